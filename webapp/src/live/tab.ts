import type { KeptCharger } from "../store/kept";
import { Keeper } from "../store/keeper";
import type { KeptFiles } from "../store/kept_files";
import type { Store } from "../store/store";
import { Batch } from "./batch";
import type { Clock } from "./clock";
import type { About, Known, Page, RelayState, Request, Settings, Update } from "./contract";
import { FileDesk } from "./files/file_desk";
import { fileIdentity } from "./files/file_identity";
import type { FileLog } from "./files/file_log";
import { Exports } from "./files/exports";
import { type LogSource, shownLog } from "./files/log_source";
import { type Acquaintance, LobbyWatch } from "./lobby_watch";
import { OpenCharger } from "./open_charger";
import { Profiles } from "./profiles";
import type { Dial } from "./relay_socket";

/** The world as the worker sees it; tests bring their own. */
export interface World {
  clock: Clock;
  dial: Dial;
  chance: () => number;
  store: Promise<Store>;
  files: () => Promise<KeptFiles>;
  askAbout: (page: Page) => Promise<About | null>;
  post: (update: Update) => void;
}

export const usualSettings: Settings = {
  framesKept: 200_000,
  callTimeoutMs: 30_000,
  chargerTimeoutMs: 30_000,
  askFallbackMs: 25_000,
};

const mostKnown = 200;
const undoMs = 10_000;
/** Nobody reads figures that change more often. */
const busyMs = 300;

/** Everything one browser tab is: the chargers open in it, the lobby, what it keeps. Carries out what the pages ask for. */
export class Tab {
  private readonly chargers = new Map<string, OpenCharger>();
  private readonly known = new Map<string, Known>();
  private readonly keeper: Keeper;
  private readonly batch: Batch;
  private readonly lobby: LobbyWatch;
  private readonly profiles: Profiles;
  private readonly exports: Exports;
  private readonly file: FileDesk;
  private settings = usualSettings;
  private about: About | null | undefined;
  private asking = false;
  private stopClearing: () => void = () => {};
  private relayWas: RelayState["kind"] = "idle";
  private relayTold = "";

  private constructor(
    private readonly page: Page,
    private readonly world: World,
  ) {
    const { clock, post, store, dial, chance } = world;
    this.batch = new Batch(
      clock,
      post,
      (dirty, whole) => this.read(dirty, whole),
      (identity) => (this.chargers.get(identity)?.isBusy ? busyMs : 0),
    );
    this.keeper = new Keeper(
      store,
      clock,
      () => this.batch.change("storage", () => ({ storage: this.keeper.state })),
      usualSettings.framesKept,
    );
    this.profiles = new Profiles(this.keeper, () => this.profilesChanged());
    this.exports = new Exports(
      () => this.batch.change("exports", () => ({ exports: this.exports.view })),
      () => ({ exportedAt: clock.now(), app: this.about?.version ?? null, client: page.client, chance }),
    );
    this.file = new FileDesk(page.client, world.files, {
      clock,
      settings: () => this.settings,
      changed: () => this.fileChanged(),
      more: () => this.batch.more(fileIdentity),
    });
    this.lobby = new LobbyWatch(page, dial, clock, chance, () => this.lobbyChanged());
  }

  /** Restores what this very tab had open before a refresh. */
  static async start(page: Page, world: World): Promise<Tab> {
    const tab = new Tab(page, world);
    await tab.restore();
    tab.beat();
    return tab;
  }

  carryOut(request: Request): void {
    switch (request.kind) {
      case "start":
        return;
      case "settings":
        return this.changeSettings(request.settings);
      case "lobby":
        return this.lobby.watch(request.watch);
      case "retry":
        return this.retry();
      case "save-profile":
        return this.profiles.save(request.id, request.profile);
      case "delete-profile":
        return this.profiles.delete(request.id);
      case "clear-shut":
        return this.clearShut();
      case "undo-clear-shut":
        return this.stopClearing();
      case "open":
        return this.open(request.identity);
      case "shut":
        return this.shut(request.identity);
      case "export":
        return this.exports.start(request.id, this.logToExport(request), request.wish);
      case "forget-export":
        return this.exports.forget(request.id);
      case "open-file":
        return void this.file.open(request.file, request.name);
      case "reopen-file":
        return void this.file.reopen();
      case "shut-file":
        return this.file.shut();
      default:
        if (request.identity === fileIdentity) return this.toFile(request);
        this.chargers.get(request.identity)?.carryOut(request);
    }
  }

  retry(): void {
    this.lobby.retry();
    for (const charger of this.chargers.values()) charger.retry();
  }

  private async restore(): Promise<void> {
    const { keeper } = this;
    const read = Promise.all([
      keeper.settings(),
      keeper.openIn(this.page.client),
      keeper.chargers(),
      keeper.profiles(),
    ]);
    // Storage that hangs must not keep the chargers waiting.
    const patience = new Promise<null>((resolve) => this.world.clock.after(1000, () => resolve(null)));
    const [settings, open, kept, profiles] = (await Promise.race([read, patience])) ?? [undefined, [], [], []];
    if (settings) this.settings = { ...usualSettings, ...settings };
    this.keeper.framesKept = this.settings.framesKept;
    for (const charger of kept) this.learn(charger);
    this.profiles.fill(profiles);
    for (const identity of open) this.open(identity);
    this.batch.change("settings", () => ({ settings: this.settings }));
    this.batch.change("storage", () => ({ storage: this.keeper.state }));
    this.openChanged(false);
    this.knownChanged();
    this.profilesChanged();
    this.relayChanged();
    void this.learnAbout();
  }

  private open(identity: string): void {
    if (this.chargers.has(identity) || identity === "") return;
    const charger = new OpenCharger(identity, this.surroundings());
    this.chargers.set(identity, charger);
    void charger.start();
    this.batch.charger(identity);
    this.openChanged(true);
  }

  /** Nothing but marks can be put on a file. */
  private toFile(request: Request): void {
    if (request.kind !== "mark") return;
    this.file.log?.marks.put(request.mark);
    this.fileChanged();
  }

  private fileChanged(): void {
    this.batch.change("file", () => ({ file: this.file.log?.view ?? null }));
    if (this.file.log) this.batch.charger(fileIdentity);
  }

  private logToExport({ log, rows }: Extract<Request, { kind: "export" }>): LogSource | null {
    if (log === fileIdentity) return this.file.log?.source ?? null;
    return rows === null ? (this.chargers.get(log)?.keptLog ?? null) : shownLog(log, rows);
  }

  private surroundings(): ConstructorParameters<typeof OpenCharger>[1] {
    const { page, world, keeper, settings } = this;
    const { clock, dial, chance } = world;
    const about = (): About | null | undefined => this.about;
    return {
      page,
      settings,
      keeper,
      clock,
      dial,
      chance,
      about,
      profile: (id) => this.profiles.find(id),
      changed: (identity) => this.chargerChanged(identity),
      more: (identity) => this.batch.more(identity),
      learned: (charger) => this.learned(charger),
    };
  }

  private shut(identity: string): void {
    this.chargers.get(identity)?.stop();
    this.chargers.delete(identity);
    this.openChanged(true);
    this.relayChanged();
  }

  private clearShut(): void {
    this.stopClearing();
    this.stopClearing = this.world.clock.after(undoMs, () => void this.keeper.forgetAllBut([...this.chargers.keys()]));
  }

  private changeSettings(settings: Settings): void {
    this.settings = settings;
    void this.keeper.rememberSettings(settings);
    for (const charger of this.chargers.values()) charger.settingsChanged(settings);
    this.batch.change("settings", () => ({ settings }));
  }

  /** One timer for all ages, time-outs and rates. */
  private beat(): void {
    this.world.clock.after(1000, () => {
      for (const charger of this.chargers.values()) charger.tick();
      this.lobby.tick();
      this.beat();
    });
  }

  private async learnAbout(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    const about = await this.world.askAbout(this.page);
    this.asking = false;
    if (about !== null) this.lobby.relayTime(about.now);
    // A relay that is away for a moment has not forgotten what it told.
    this.about = about ?? this.about ?? null;
    this.batch.change("about", () => ({ about: this.about ?? null }));
  }

  // ---- what changed

  private read(dirty: ReadonlySet<string>, whole: ReadonlySet<string>): Partial<Update> {
    const open = [...dirty].flatMap((identity) => this.shown(identity) ?? []);
    return present({
      chargers: open.filter(({ identity }) => whole.has(identity)).map((charger) => charger.snapshot()),
      logs: open.flatMap((charger) => charger.takeLog() ?? []),
      marks: open.flatMap((charger) => charger.marks.take() ?? []),
      glances: open.filter(({ identity }) => whole.has(identity)).flatMap((charger) => charger.takeGlance() ?? []),
    });
  }

  private shown(identity: string): OpenCharger | FileLog | null | undefined {
    return identity === fileIdentity ? this.file.log : this.chargers.get(identity);
  }

  private chargerChanged(identity: string): void {
    this.batch.charger(identity);
    this.relayChanged();
  }

  private lobbyChanged(): void {
    this.batch.change("lobby", () => ({ lobby: this.lobby.view((identity) => this.acquaintance(identity)) }));
    this.relayChanged();
  }

  private relayChanged(): void {
    const states = [this.lobby.relay, ...[...this.chargers.values()].map(({ relay }) => relay)];
    const relay = worst(states);
    if (relay.kind === "open" && this.relayWas !== "open") void this.learnAbout();
    this.relayWas = relay.kind;
    const told = JSON.stringify(relay);
    if (told === this.relayTold) return;
    this.relayTold = told;
    this.batch.change("relay", () => ({ relay }));
  }

  private openChanged(remember: boolean): void {
    const open = [...this.chargers.keys()];
    if (remember) void this.keeper.rememberOpen(this.page.client, open);
    this.batch.change("open", () => ({ open }));
  }

  private profilesChanged(): void {
    for (const charger of this.chargers.values()) charger.profileChanged();
    this.batch.change("profiles", () => ({ profiles: this.profiles.view }));
  }

  private learn({ identity, vendor, model, seenAt }: KeptCharger): void {
    this.known.set(identity, { identity, vendor, model, seenAt });
  }

  private learned(charger: KeptCharger): void {
    const before = this.known.get(charger.identity);
    this.learn(charger);
    if (before?.vendor === charger.vendor && before.model === charger.model) return;
    this.knownChanged();
    this.lobbyChanged();
  }

  private knownChanged(): void {
    this.batch.change("known", () => ({
      known: [...this.known.values()].sort((a, b) => b.seenAt - a.seenAt).slice(0, mostKnown),
    }));
  }

  private acquaintance(identity: string): Acquaintance {
    const known = this.known.get(identity);
    const held = this.chargers.get(identity)?.heldCalls ?? 0;
    return { vendor: known?.vendor ?? null, model: known?.model ?? null, held };
  }
}

/** Without the lists in which nothing is. */
function present(update: Pick<Update, "chargers" | "logs" | "marks" | "glances">): Partial<Update> {
  return Object.fromEntries(Object.entries(update).filter(([, list]) => list.length > 0));
}

const order: RelayState["kind"][] = ["ended", "lost", "connecting", "open", "idle"];

function worst(states: RelayState[]): RelayState {
  return order.flatMap((kind) => states.find((state) => state.kind === kind) ?? [])[0] ?? { kind: "idle" };
}
