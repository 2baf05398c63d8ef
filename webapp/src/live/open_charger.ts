import { CentralSystem } from "../engine/central_system";
import { closeCode, closedWords } from "../engine/close_code";
import { type Envelope, type Outgoing, readEnvelope } from "../engine/envelope";
import { Follower } from "../engine/follower";
import type { Frame } from "../engine/frame";
import { refusalWords } from "../engine/refusal";
import { RelayClock } from "../engine/relay_clock";
import type { Profile } from "../responder/rule";
import type { Kept, KeptCharger } from "../store/kept";
import type { Keeper } from "../store/keeper";
import { ChargerAnswers } from "./charger_answers";
import { ChargerLog } from "./charger_log";
import { ChargerMarks } from "./charger_marks";
import { ChargerRecord } from "./charger_record";
import type { Clock } from "./clock";
import type { About, Charger, GlanceChange, LogChange, Page, Presence, Request, Settings } from "./contract";
import { frameOf } from "./enter";
import { keptLog, type LogSource } from "./files/log_source";
import { type Dial, RelaySocket } from "./relay_socket";
import { seenInLog } from "./seen_in_log";

/** What an open charger needs from the tab it is open in. */
export interface Surroundings {
  page: Page;
  settings: Settings;
  about(): About | null | undefined;
  keeper: Keeper;
  clock: Clock;
  dial: Dial;
  chance: () => number;
  profile(id: string): Profile | null;
  changed(identity: string): void;
  /** Not all rows were in the update that is being read. */
  more(identity: string): void;
  learned(charger: KeptCharger): void;
}

const tailLength = 500;
/** Storage that does not answer must not keep a charger waiting. */
const storagePatienceMs = 1000;
/** A queue that a closed tab left behind is not carried out by a later one. */
const queueLifeMs = 600_000;

const busyFrames = 30;
/** Rows in one update: taking them in must not stop the page. */
const mostRows = 1500;

export type Deed = Exclude<Extract<Request, { identity: string }>, { kind: "open" | "shut" }>;

type DeedOf<Kind extends Deed["kind"]> = Extract<Deed, { kind: Kind }>;

/** One charger in this tab: its socket, its central system, its log. Answers leave before anything is logged. */
export class OpenCharger {
  private readonly central: CentralSystem;
  private readonly follower: Follower;
  private readonly socket: RelaySocket;
  private readonly log: ChargerLog;
  private readonly relayClock = new RelayClock();
  private readonly record: ChargerRecord;
  private readonly answers: ChargerAnswers;
  readonly marks: ChargerMarks;
  private presence: Presence = { kind: "asking" };
  private stopWake: () => void = () => {};
  private stopped = false;

  constructor(
    readonly identity: string,
    private readonly around: Surroundings,
  ) {
    const { page, clock, dial, chance, settings, keeper } = around;
    const changed = (): void => around.changed(identity);
    const prefix = `r-${clock.now().toString(36)}${Math.floor(chance() * 1296).toString(36)}`;
    this.answers = new ChargerAnswers(identity, keeper, clock, chance(), (id) => around.profile(id));
    this.central = new CentralSystem(identity, page.client, this.answers.rules, settings, prefix);
    this.follower = new Follower(() => around.about()?.limits.keep_frames);
    this.record = new ChargerRecord(identity, keeper, page.client, (charger) => around.learned(charger));
    this.marks = new ChargerMarks(identity, keeper, changed);
    this.log = new ChargerLog(identity, page.client, settings, this.record, this.marks, keeper, clock, changed);
    this.socket = new RelaySocket(`${page.relay}/cs/${encodeURIComponent(identity)}`, dial, clock, chance, {
      opened: () => this.attach(),
      said: (text) => this.said(text),
      lost: (code) => this.lost(code),
      changed,
    });
  }

  get relay(): RelaySocket["state"] {
    return this.socket.state;
  }

  /** So much is said that drawing all of it each time would be too much. */
  get isBusy(): boolean {
    return this.log.frames.rate.perSecond(this.now()) >= busyFrames;
  }

  get heldCalls(): number {
    return this.central.held.filter(({ state }) => state === "waiting").length;
  }

  /** Its log for an export, as far as it was not cleared. */
  get keptLog(): LogSource {
    const { record, follower, around } = this;
    return keptLog(this.identity, around.keeper, record.cleared, follower.newest, () => this.marks.all);
  }

  /** Reads what was kept, as far as the relay must know it, then dials; the log fills beside. */
  async start(): Promise<void> {
    const { keeper, clock } = this.around;
    const reading = Promise.all([this.record.read(), keeper.tail(this.identity, tailLength), this.answers.read()]);
    const patience = new Promise<null>((resolve) => clock.after(storagePatienceMs, () => resolve(null)));
    const read = await Promise.race([reading, patience]);
    const tail = read?.[1] ?? [];
    if (this.stopped) return;
    this.remember(tail);
    this.socket.start();
    await this.marks.read();
    await this.log.fill(tail.at(-1)?.key ?? null);
    await keeper.prune(this.identity);
  }

  stop(): void {
    this.stopped = true;
    this.stopWake();
    this.log.forgetCleared();
    this.answers.write(this.central);
    this.socket.stop();
  }

  retry(): void {
    this.socket.retry();
  }

  settingsChanged(settings: Settings): void {
    this.central.limits = settings;
    this.log.frames.limits = settings;
  }

  profileChanged(): void {
    this.answers.profileChanged();
    this.around.changed(this.identity);
  }

  carryOut(deed: Deed): void {
    const now = this.now();
    switch (deed.kind) {
      case "claim":
        return this.send(this.central.role.claim(deed.unlessHeld));
      case "release":
        return this.send(this.central.role.release());
      case "send":
        return this.send(this.command(deed, now));
      case "stop":
        this.central.stop(deed.repeat);
        return this.send([]);
      case "hurry":
        return this.send(this.central.hurry(deed.command, now));
      case "cancel":
        this.central.outbox.cancel(deed.command);
        return this.send([]);
      case "answer":
        return this.send(this.central.answer(deed.epoch, deed.seq, deed.reply, now));
      case "pin":
        this.central.pin(deed.epoch, deed.seq, deed.pinned);
        this.answers.write(this.central);
        this.markHeld();
        return this.send([]);
      case "dismiss":
        this.central.dismiss(deed.epoch, deed.seq);
        return this.send([]);
      case "use-profile":
        return this.useProfile(deed.id);
      case "start-over":
        this.answers.rules.startOver(deed.rule);
        return this.send([]);
      case "seed":
        this.answers.rules.reseed(deed.seed);
        return this.send([]);
      case "close":
        return this.send(this.central.end({ type: "close", code: deed.code, reason: deed.reason }));
      case "drop":
        return this.send(this.central.end({ type: "drop" }));
      case "clear":
        return this.log.clear();
      case "mark":
        return this.marks.put(deed.mark);
      case "undo-clear":
        return this.log.undoClear();
    }
  }

  /** Once a second, and whenever something is due. */
  tick(): void {
    const now = this.now();
    this.send(this.central.tick(now));
    this.log.frames.tick(now);
    this.rememberMe();
    if (!this.central.role.mine) void this.answers.readStanding();
    this.around.changed(this.identity);
  }

  snapshot(): Charger {
    const now = this.now();
    const { central, follower, log, around } = this;
    const seen = seenInLog(log.frames, now);
    const holdBack = central.holdBack(now);
    const words = (reason: string): string => refusalWords(reason, around.about()?.limits.max_frame ?? 1 << 20);
    const queued = central.outbox.view(holdBack, words);
    return {
      identity: this.identity,
      presence: this.presence,
      relay: this.socket.state,
      catchingUp: follower.catchingUp || log.filling,
      clockOffset: this.relayClock.offset,
      busLostAt: follower.busLostAt,
      contested: follower.contested(now),
      connection: follower.newest,
      role: central.role.view,
      ...seen,
      facts: { ...seen.facts, boot: central.gate.boot },
      commands: [...queued.reverse(), ...seen.commands],
      repeats: central.repeating,
      holdBack,
      held: central.held,
      answers: this.answers.view,
      refused: central.refusal && { ...central.refusal, words: words(central.refusal.reason) },
    };
  }

  takeLog(): LogChange | null {
    const changes = this.log.frames.take(mostRows);
    if (this.log.frames.hasMore) this.around.more(this.identity);
    return changes && { identity: this.identity, ...changes };
  }

  takeGlance(): GlanceChange | null {
    const changes = this.log.frames.glance.take();
    return changes && { identity: this.identity, ...changes };
  }

  private command({ draft, anyway, timeoutMs, repeat }: DeedOf<"send">, now: number): Outgoing[] {
    const manner = { anyway, timeoutMs: timeoutMs ?? null };
    if (repeat === undefined) return this.central.command(draft, manner, now);
    return this.central.repeat(draft, manner, repeat, now);
  }

  private attach(): void {
    const { client, name } = this.around.page;
    const { position } = this.follower;
    this.socket.send([{ type: "attach", client, name, role: "watch", ...(position ?? {}) }]);
    this.send(this.central.attached(this.now()));
  }

  private said(text: string): void {
    const envelope = readEnvelope(text);
    if (envelope === undefined) return;
    const frame = envelope.type === "frame" ? frameOf(envelope) : null;
    this.listenToClock(envelope);
    const now = this.now();
    this.send(this.central.hear(envelope, frame, now));
    this.follow(envelope, frame, now);
  }

  private follow(envelope: Envelope, frame: Frame | null, now: number): void {
    const { follower, log } = this;
    const news = follower.receive(envelope, now);
    this.presence = presenceAfter(this.presence, envelope, follower.newest !== null);
    for (const line of news.before) log.write({ type: "life", ...line }, null, follower);
    if (envelope.type === "role" || (news.fresh && isEntry(envelope))) log.write(envelope, frame, follower);
    for (const line of news.after) log.write({ type: "life", ...line }, null, follower);
    this.markHeld();
  }

  private markHeld(): void {
    if (this.log.filling) return;
    for (const { epoch, seq, fallbackAt } of this.central.holds.splice(0)) this.log.frames.hold(epoch, seq, fallbackAt);
  }

  private useProfile(id: string | null): void {
    void this.answers.use(id, this.central).then(() => this.around.changed(this.identity));
    this.around.changed(this.identity);
  }

  private lost(code: number): void {
    const now = this.now();
    this.central.lost(now);
    this.follower.lost(now, code === 4408);
    this.rememberMe();
    if (!closeCode(code).comeBack) this.presence = { kind: "asking" };
  }

  private send(envelopes: readonly Outgoing[]): void {
    this.socket.send(envelopes);
    this.answers.remember(this.central);
    this.stopWake();
    const due = this.central.nextDue;
    if (due !== null && !this.stopped)
      this.stopWake = this.around.clock.after(Math.max(0, due - this.now()), () => this.tick());
    this.around.changed(this.identity);
  }

  private listenToClock(envelope: Envelope): void {
    if (envelope.type !== "frame" || this.follower.catchingUp) return;
    this.relayClock.heard(envelope.at, this.around.clock.now());
  }

  private now(): number {
    return this.relayClock.now(this.around.clock.now());
  }

  private remember(tail: readonly Kept[]): void {
    const { tab } = this.record;
    if (tab !== null) {
      this.central.role.restore(tab);
      if (this.around.clock.now() - tab.at < queueLifeMs) this.central.outbox.restore(tab.queue);
    }
    this.central.restoreCalls(this.answers.calls);
    for (const { entry } of tail) {
      if (entry.type === "life" || entry.type === "role") continue;
      this.central.remember(entry, entry.type === "frame" ? frameOf(entry) : null);
    }
    this.record.restore(this.follower, tail);
  }

  private rememberMe(): void {
    this.record.remember(this.central, this.log.frames.facts.view, this.around.clock.now());
  }
}

function isEntry(envelope: Envelope): envelope is Extract<Envelope, { type: "opened" | "frame" | "closed" }> {
  return envelope.type === "opened" || envelope.type === "frame" || envelope.type === "closed";
}

function presenceAfter(before: Presence, envelope: Envelope, seenBefore: boolean): Presence {
  switch (envelope.type) {
    case "opened":
      return { kind: "online", since: envelope.at };
    case "closed":
      return { kind: "left", at: envelope.at, words: closedWords(envelope) };
    case "absent":
      return before.kind === "left" ? before : { kind: "absent", seenBefore };
    default:
      return before;
  }
}
