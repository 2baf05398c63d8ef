import { CentralSystem } from "../engine/central_system";
import { closeCode, closedWords } from "../engine/close_code";
import { type Envelope, type FrameEnvelope, type Outgoing, readEnvelope } from "../engine/envelope";
import { Follower } from "../engine/follower";
import { binaryFrame, type Frame, parseFrame } from "../engine/frame";
import { FrameLog } from "../engine/frame_log";
import { refusalWords } from "../engine/refusal";
import { RelayClock } from "../engine/relay_clock";
import { respond } from "../responder/responder";
import { type Entry, isBefore, type Kept, type KeptCharger } from "../store/kept";
import type { Keeper } from "../store/keeper";
import { ChargerRecord } from "./charger_record";
import type { Clock } from "./clock";
import type { About, Charger, HandReply, LogChange, Page, Presence, Request, Settings } from "./contract";
import { type Dial, RelaySocket } from "./relay_socket";

/** What an open charger needs from the tab it is open in. */
export interface Surroundings {
  page: Page;
  settings: Settings;
  about(): About | null | undefined;
  keeper: Keeper;
  clock: Clock;
  dial: Dial;
  chance: () => number;
  changed(identity: string): void;
  learned(charger: KeptCharger): void;
}

const tailLength = 500;
const pageLength = 5000;
/** Storage that does not answer must not keep a charger waiting. */
const storagePatienceMs = 1000;
const undoMs = 10_000;
/** A queue that a closed tab left behind is not carried out by a later one. */
const queueLifeMs = 600_000;

type Deed = Extract<Request, { identity: string }>;

/** One charger in this tab: its socket, its central system, its log. Answers leave before anything is logged. */
export class OpenCharger {
  private readonly log: FrameLog;
  private readonly central: CentralSystem;
  private readonly follower: Follower;
  private readonly socket: RelaySocket;
  private readonly relayClock = new RelayClock();
  private readonly record: ChargerRecord;
  private presence: Presence = { kind: "asking" };
  /** Entries that came while the kept ones are read. */
  private held: { entry: Entry; frame: Frame | null }[] | null = [];
  private stopUndo: (() => void) | null = null;
  private stopWake: () => void = () => {};
  private stopped = false;

  constructor(
    readonly identity: string,
    private readonly around: Surroundings,
  ) {
    const { page, clock, dial, chance, settings } = around;
    const prefix = `r-${clock.now().toString(36)}${Math.floor(chance() * 1296).toString(36)}`;
    this.central = new CentralSystem(identity, page.client, { rules: respond, fallback: respond }, settings, prefix);
    this.follower = new Follower(() => around.about()?.limits.keep_frames);
    this.log = new FrameLog(page.client, settings, settings.framesKept);
    this.record = new ChargerRecord(identity, around.keeper, page.client, (charger) => around.learned(charger));
    this.socket = new RelaySocket(`${page.relay}/cs/${encodeURIComponent(identity)}`, dial, clock, chance, {
      opened: () => this.attach(),
      said: (text) => this.said(text),
      lost: (code) => this.lost(code),
      changed: () => around.changed(identity),
    });
  }

  get heldCalls(): number {
    return this.log.counts.held;
  }

  get relay(): RelaySocket["state"] {
    return this.socket.state;
  }

  /** Reads what was kept, as far as the relay must know it, then dials; the log fills beside. */
  async start(): Promise<void> {
    const { keeper, clock } = this.around;
    const reading = Promise.all([this.record.read(), keeper.tail(this.identity, tailLength)]);
    const patience = new Promise<null>((resolve) => clock.after(storagePatienceMs, () => resolve(null)));
    const read = await Promise.race([reading, patience]);
    const tail = read?.[1] ?? [];
    this.remember(tail);
    if (this.stopped) return;
    this.socket.start();
    await this.fill(tail.at(-1) ?? null);
    await keeper.prune(this.identity);
  }

  stop(): void {
    this.stopped = true;
    this.stopWake();
    if (this.stopUndo !== null) this.forgetCleared();
    this.socket.stop();
  }

  retry(): void {
    this.socket.retry();
  }

  settingsChanged(settings: Settings): void {
    this.central.limits = settings;
    this.log.limits = settings;
  }

  carryOut(deed: Deed): void {
    const now = this.now();
    switch (deed.kind) {
      case "claim":
        return this.send(this.central.role.claim(deed.unlessHeld));
      case "release":
        return this.send(this.central.role.release());
      case "send":
        return this.send(this.central.command(deed.draft, deed.anyway, now));
      case "hurry":
        return this.send(this.central.hurry(deed.command, now));
      case "cancel":
        this.central.outbox.cancel(deed.command);
        return this.send([]);
      case "answer":
        return this.send(this.answer(deed.epoch, deed.seq, deed.reply));
      case "close":
        return this.send(this.central.end({ type: "close", code: deed.code, reason: deed.reason }));
      case "drop":
        return this.send(this.central.end({ type: "drop" }));
      case "clear":
        return this.clear();
      case "undo-clear":
        return this.undoClear();
      case "open":
      case "shut":
        return;
    }
  }

  /** Once a second, and whenever something is due. */
  tick(): void {
    const now = this.now();
    this.send(this.central.tick(now));
    this.log.tick(now);
    this.record.remember(this.central, this.log.facts.view, this.around.clock.now());
    this.around.changed(this.identity);
  }

  snapshot(): Charger {
    const now = this.now();
    const { central, follower, log } = this;
    const holdBack = central.holdBack(now);
    const words = (reason: string): string => refusalWords(reason, this.around.about()?.limits.max_frame ?? 1 << 20);
    const queued = central.outbox.view(holdBack, words);
    return {
      identity: this.identity,
      presence: this.presence,
      relay: this.socket.state,
      catchingUp: follower.catchingUp || this.held !== null,
      clockOffset: this.relayClock.offset,
      busLostAt: follower.busLostAt,
      contested: follower.contested(now),
      connection: follower.newest,
      role: central.role.view,
      facts: { ...log.facts.view, boot: central.gate.boot },
      connectors: log.connectors.view,
      lastFrameAt: log.lastFrameAt,
      framesPerMinute: log.rate.perMinute(now),
      framesPerSecond: log.rate.perSecond(now),
      counts: log.shownCounts,
      completeness: log.completeness,
      commands: [...queued.reverse(), ...log.sent.view],
      holdBack,
      refused: central.refusal && { ...central.refusal, words: words(central.refusal.reason) },
    };
  }

  takeLog(): LogChange | null {
    const changes = this.log.take();
    return changes && { identity: this.identity, ...changes };
  }

  // ---- the socket

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

  private lost(code: number): void {
    const now = this.now();
    this.central.lost(now);
    this.follower.lost(now, code === 4408);
    this.record.remember(this.central, this.log.facts.view, this.around.clock.now());
    if (!closeCode(code).comeBack) this.presence = { kind: "asking" };
  }

  private send(envelopes: readonly Outgoing[]): void {
    this.socket.send(envelopes);
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

  // ---- the log

  private follow(envelope: Envelope, frame: Frame | null, now: number): void {
    const news = this.follower.receive(envelope, now);
    this.presence = presenceAfter(this.presence, envelope, this.follower.newest !== null);
    for (const line of news.before) this.write({ type: "life", ...line }, null);
    if (envelope.type === "role" || (news.fresh && isEntry(envelope))) this.write(envelope, frame);
    for (const line of news.after) this.write({ type: "life", ...line }, null);
  }

  private write(entry: Entry, frame: Frame | null): void {
    this.record.keep(entry, this.follower);
    if (this.held) this.held.push({ entry, frame });
    else this.enter(entry, frame);
  }

  private enter(entry: Entry, frame: Frame | null): void {
    switch (entry.type) {
      case "opened":
        this.log.opened(entry);
        break;
      case "frame":
        this.log.frame(entry, frame ?? frameOf(entry));
        break;
      case "closed":
        this.log.closed();
        break;
      case "role": {
        const line = this.log.role(entry);
        if (line) this.log.life(line);
        break;
      }
      case "life":
        this.log.life(entry);
    }
    for (const { epoch, seq, fallbackAt } of this.central.holds.splice(0)) this.log.hold(epoch, seq, fallbackAt);
  }

  /** Puts the kept entries before those that came meanwhile. */
  private async fill(last: Kept | null): Promise<void> {
    for (let after = this.record.cleared; last !== null && (after === null || isBefore(after, last.key));) {
      const page = await this.around.keeper.page(this.identity, after, last.key, pageLength);
      for (const { entry } of page) this.enter(entry, null);
      this.around.changed(this.identity);
      const reached = page.at(-1);
      if (reached === undefined) break;
      after = reached.key;
    }
    for (const { entry, frame } of this.held ?? []) this.enter(entry, frame);
    this.held = null;
    this.log.tick(this.now());
    this.around.changed(this.identity);
  }

  private remember(tail: readonly Kept[]): void {
    const { role } = this.central;
    const { tab } = this.record;
    if (tab !== null) {
      role.restore(tab);
      if (this.around.clock.now() - tab.at < queueLifeMs) this.central.outbox.restore(tab.queue);
    }
    for (const { entry } of tail) {
      if (entry.type === "life" || entry.type === "role") continue;
      this.central.remember(entry, entry.type === "frame" ? frameOf(entry) : null);
    }
    this.record.restore(this.follower, tail);
  }

  private clear(): void {
    this.stopUndo?.();
    this.log.forgetCleared();
    this.log.clear();
    this.record.clear();
    this.stopUndo = this.around.clock.after(undoMs, () => this.forgetCleared());
    this.around.changed(this.identity);
  }

  private undoClear(): void {
    if (this.stopUndo === null) return;
    this.stopUndo();
    this.stopUndo = null;
    this.log.unclear();
    this.record.unclear();
    this.around.changed(this.identity);
  }

  private forgetCleared(): void {
    this.stopUndo = null;
    this.log.forgetCleared();
    this.record.forgetCleared();
    this.around.changed(this.identity);
  }

  private answer(epoch: string, seq: number, reply: HandReply): Outgoing[] {
    return this.central.answer(epoch, seq, reply.kind === "silence" ? reply : { ...reply, afterMs: 0 }, this.now());
  }
}

function frameOf({ text, base64 }: FrameEnvelope): Frame {
  return text === undefined ? binaryFrame(base64 ?? "") : parseFrame(text);
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
