import type { Answer, Context, Filler, Reply, Responder, Suggestion } from "../responder/reply";
import type { CannedReply } from "../responder/rule";
import { BootGate } from "./boot_gate";
import { Delayed } from "./delayed";
import type { Envelope, FrameEnvelope, Outgoing, Send } from "./envelope";
import type { Frame } from "./frame";
import { HeldCalls } from "./held_calls";
import { never } from "./never";
import { type CallCounts, type Held, OpenCalls, type Waiting } from "./open_calls";
import { type Draft, Outbox } from "./outbox";
import { Post } from "./post";
import { RoleKeeper } from "./role_keeper";
import { TransactionIds } from "./transaction_ids";
import type { HeldCall, HoldBack } from "./view";
import { framesOf, type Spoken } from "./wording";

export interface CentralSystemSettings {
  callTimeoutMs: number;
  askFallbackMs: number;
  chargerTimeoutMs: number;
}

/** Who composes answers: the rules, or (filling in what stands there) a person. */
export interface Responders {
  respond: Responder;
  fill: Filler;
}

/** What a refresh must not forget about the calls of the live connection. */
export interface CallMemory {
  counts: CallCounts | null;
  pinned: string[];
}

/** Calls that are older when the role is gained are left alone: the charger has most likely given up. */
const worthAnsweringMs = 25_000;
/** How long after the charger's time-out a late answer comes. */
const lateMs = 1000;

/**
 * The central system of one charge point: answers its calls and sends ours, as OCPP demands. It is told what came and
 * when (the relay's clock), and returns what goes to the relay. It knows no log, so no log can slow it down.
 */
export class CentralSystem {
  readonly role: RoleKeeper;
  readonly outbox: Outbox;
  readonly gate = new BootGate();
  refusal: { of: string; reason: string } | null = null;
  /** Calls that started to wait for a person, since last asked. */
  holds: { epoch: string; seq: number; fallbackAt: number | null }[] = [];

  private readonly post: Post;
  private readonly calls = new OpenCalls();
  private readonly cards = new HeldCalls(this.calls);
  private readonly transactions = new TransactionIds();
  private readonly delayed = new Delayed();
  private counted: CallCounts | null = null;
  private epoch: string | null = null;
  private version = "";
  private online = false;
  private seq = 0;
  private busLost = false;

  constructor(
    private readonly identity: string,
    private readonly me: string,
    private readonly responders: Responders,
    private settings: CentralSystemSettings,
    refPrefix: string,
  ) {
    this.role = new RoleKeeper(me);
    this.outbox = new Outbox(settings.callTimeoutMs);
    this.post = new Post(refPrefix);
  }

  set limits(settings: CentralSystemSettings) {
    this.settings = settings;
    this.outbox.timeoutMs = settings.callTimeoutMs;
  }

  /** Why a new command would not go out at once. */
  holdBack(now: number): HoldBack | null {
    if (!this.online) return { kind: "absent" };
    if (!this.role.mine) return { kind: "watching" };
    if (!this.gate.isOpen(now)) return { kind: "boot", boot: this.gate.boot };
    return this.outbox.ahead > 0 ? { kind: "turn", ahead: this.outbox.ahead } : null;
  }

  /** When something is due by itself; null when nothing is. */
  get nextDue(): number | null {
    const due = Math.min(this.delayed.nextDue, ...this.calls.held().map(fallbackOf));
    return due === Infinity ? null : due;
  }

  /** Calls that wait for a person, oldest first. */
  get held(): HeldCall[] {
    return this.cards.view(this.epoch ?? "", this.version, this.role.mine && this.online);
  }

  get callMemory(): CallMemory {
    return { counts: this.epoch === null ? null : this.calls.counted(this.epoch), pinned: this.cards.memory };
  }

  /** Before the frames that this browser kept. */
  restoreCalls({ counts, pinned }: CallMemory): void {
    this.counted = counts;
    this.cards.restore(pinned);
  }

  /** A frame this browser kept: remembered, never answered by itself. */
  remember(envelope: Envelope, frame: Frame | null): void {
    if (envelope.type === "opened") this.opened(envelope);
    if (envelope.type === "frame" && frame !== null) this.see(envelope, frame);
  }

  hear(envelope: Envelope, frame: Frame | null, now: number): Outgoing[] {
    switch (envelope.type) {
      case "opened":
        this.opened(envelope);
        this.online = true;
        return this.act(now);
      case "frame":
        if (frame !== null) this.see(envelope, frame);
        return this.act(now);
      case "closed":
        if (envelope.epoch === this.epoch) this.ended();
        return [];
      case "absent":
        this.ended();
        this.role.absent();
        return [];
      case "role":
        return this.told(envelope, now);
      case "replayed":
        return this.replayed(envelope, now);
      case "refused":
        return this.refusedBy(envelope, now);
      case "bus":
        return this.bus(envelope.state, now);
      default:
        return never(envelope);
    }
  }

  /** The relay's socket is open and attached as a watcher. */
  attached(now: number): Outgoing[] {
    return this.role.attached(now);
  }

  /** The relay's socket ended. */
  lost(now: number): void {
    this.role.lost(now);
    this.online = false;
    this.busLost = false;
  }

  /** A command that cannot wait for a role is refused at once; one for an absent charger waits for it. */
  command(draft: Draft, anyway: boolean, now: number): Outgoing[] {
    if (this.online && !this.role.mine) return this.refuse("send", "watching");
    this.refusal = null;
    this.outbox.add(this.post.nextRef(), draft, anyway, now);
    return this.act(now);
  }

  hurry(ref: string, now: number): Outgoing[] {
    this.outbox.hurry(ref);
    return this.act(now);
  }

  /** A person answers a call that waits. */
  answer(epoch: string, seq: number, reply: CannedReply, now: number): Outgoing[] {
    if (epoch !== this.epoch || !this.online) return this.refuse("send", "no-such-epoch");
    if (!this.role.mine) return this.refuse("send", "watching");
    const waiting = this.calls.at(seq);
    if (waiting === undefined) return [];
    this.refusal = null;
    return this.carryOut(waiting, { reply: this.filled(waiting, reply, now), by: "hand" }, now);
  }

  /** A held call gets no fallback, or one again. */
  pin(epoch: string, seq: number, pinned: boolean): void {
    if (epoch !== this.epoch) return;
    this.cards.pin(epoch, seq, pinned);
    const waiting = this.calls.held().find((held) => held.seq === seq);
    if (waiting !== undefined) this.hold(waiting, waiting.state.suggestion, waiting.state.askedBy);
  }

  dismiss(epoch: string, seq: number): void {
    this.cards.dismiss(epoch, seq);
  }

  end(how: Extract<Outgoing, { type: "close" | "drop" }>): Outgoing[] {
    if (!this.online) return this.refuse(how.type, "absent");
    return this.role.mine ? [how] : this.refuse(how.type, "watching");
  }

  tick(now: number): Outgoing[] {
    if (this.role.mine) this.role.alive(now);
    this.outbox.tick(now);
    const due = this.delayed.due(now).map((one) => (one.type === "send" ? this.post.send(one) : one));
    const expired = this.ready() ? this.calls.held().filter((waiting) => fallbackOf(waiting) <= now) : [];
    return [...due, ...expired.flatMap((waiting) => this.fallBack(waiting, now)), ...this.act(now)];
  }

  private opened({ epoch, at, version }: Extract<Envelope, { type: "opened" }>): void {
    if (epoch === this.epoch) return;
    this.ended();
    this.epoch = epoch;
    this.version = version;
    this.seq = 0;
    this.calls.clear(this.counted?.epoch === epoch ? this.counted : null);
    this.gate.opened(at);
    this.outbox.newConnection();
  }

  /** No answer reaches a connection that did not ask. */
  private ended(): void {
    if (this.epoch !== null) this.cards.ended(this.epoch, this.version);
    this.calls.clear(null);
    this.delayed.clear();
    this.online = false;
  }

  private see(envelope: FrameEnvelope, frame: Frame): void {
    this.transactions.saw(frame);
    if (envelope.epoch !== this.epoch || envelope.seq <= this.seq) return;
    this.seq = envelope.seq;
    if (envelope.client === this.me && envelope.ref !== undefined) this.post.confirmed(envelope.ref);
    this.calls.see(envelope, frame);
    this.outbox.see(envelope, frame);
    this.gate.frame(envelope.from, frame);
  }

  private told(envelope: Extract<Envelope, { type: "role" }>, now: number): Outgoing[] {
    const before = this.role.mine;
    this.role.told(envelope);
    if (!this.role.mine) this.delayed.clear();
    if (!this.role.mine || before) return this.act(now);
    const again = this.resend();
    this.calls.reopen((ref) => this.post.has(ref));
    return [...again, ...this.act(now)];
  }

  /** What was missed is here: if frames before the role's beginning are lost for good, waiting for them is no use. */
  private replayed({ epoch }: Extract<Envelope, { type: "replayed" }>, now: number): Outgoing[] {
    const since = this.role.since;
    if (epoch === this.epoch && since?.epoch === epoch) this.seq = Math.max(this.seq, since.seq - 1);
    return this.act(now);
  }

  /** Calls that came before the role did are open only if nobody answered them up to where the role began. */
  private ready(): boolean {
    const since = this.role.since;
    if (!this.online || this.busLost || since === null) return false;
    // The role holds from `seq` on: the frame before it is the last that has to be known.
    return since.epoch === this.epoch && this.seq + 1 >= since.seq;
  }

  private act(now: number): Outgoing[] {
    if (!this.ready()) return [];
    const isPinned = (seq: number): boolean => this.cards.isPinned(this.epoch ?? "", seq);
    const open = this.calls.open(now - worthAnsweringMs, isPinned);
    const answers = open.flatMap((waiting) => this.reply(waiting, now));
    const commands = this.outbox.due(this.gate.isOpen(now), now).map(({ ref, text }) => this.send(ref, text, "hand"));
    return [...answers, ...commands];
  }

  private reply(waiting: Waiting, now: number): Outgoing[] {
    return this.carryOut(waiting, this.responders.respond(waiting.call, this.context(waiting, now)), now);
  }

  private fallBack(waiting: Waiting & { state: Held }, now: number): Outgoing[] {
    const reply = this.filled(waiting, waiting.state.suggestion.reply, now);
    return this.carryOut(waiting, { reply, by: "fallback" }, now);
  }

  private filled(waiting: Waiting, reply: CannedReply, now: number): Reply {
    return this.responders.fill(reply, waiting.call, this.context(waiting, now));
  }

  private carryOut(waiting: Waiting, { reply, by }: Answer, now: number): Outgoing[] {
    waiting.state = { kind: "done", ref: null };
    switch (reply.kind) {
      case "result":
      case "error":
      case "raw":
        return this.speak(waiting, reply, by, now);
      case "ask":
        this.hold(waiting, reply.suggestion, by);
        return [];
      case "silence":
        return [];
      case "close":
        return this.later(now + reply.afterMs, [{ type: "close", code: reply.code, reason: reply.reason }], now);
      case "cut":
        return this.later(now + reply.afterMs, [{ type: "drop" }], now);
      default:
        return never(reply);
    }
  }

  private hold(waiting: Waiting, suggestion: Suggestion, askedBy: string): void {
    const pinned = this.cards.isPinned(this.epoch ?? "", waiting.seq);
    const fallbackAt = pinned ? null : waiting.at + this.settings.askFallbackMs;
    waiting.state = { kind: "held", fallbackAt, suggestion, askedBy };
    this.holds.push({ epoch: this.epoch ?? "", seq: waiting.seq, fallbackAt });
  }

  private speak(waiting: Waiting, reply: Spoken, by: string, now: number): Outgoing[] {
    const sends = framesOf(reply, waiting.call.id).map((text) => this.compose(this.post.nextRef(), text, by));
    waiting.state = { kind: "done", ref: sends[0]?.ref ?? null };
    const late = reply.kind !== "raw" && reply.fault === "late";
    const tooLate = late ? waiting.at + this.settings.chargerTimeoutMs + lateMs : now;
    return this.later(Math.max(now + reply.afterMs, tooLate), sends, now);
  }

  private later(dueAt: number, outgoing: Outgoing[], now: number): Outgoing[] {
    if (dueAt <= now) return outgoing.map((one) => (one.type === "send" ? this.post.send(one) : one));
    this.delayed.add(dueAt, outgoing);
    return [];
  }

  private send(ref: string, text: string, by: string): Send {
    return this.post.send(this.compose(ref, text, by));
  }

  private compose(ref: string, text: string, by: string): Send {
    return { type: "send", ref, text, by, ...(this.epoch === null ? {} : { epoch: this.epoch }) };
  }

  private context({ nth, seq }: Waiting, now: number): Context {
    return {
      identity: this.identity,
      version: this.version,
      now,
      nth,
      booted: this.gate.boot === "accepted",
      key: `${this.epoch ?? ""}.${seq}`,
      nextTransactionId: () => this.transactions.next(now),
    };
  }

  /** The same `ref` again is written once at most. */
  private resend(): Outgoing[] {
    if (this.epoch === null) return [];
    const { resend, dropped } = this.post.again(this.epoch);
    for (const { ref } of dropped) this.outbox.refused(ref, "no-such-epoch");
    return resend;
  }

  private refusedBy({ ref, of, reason }: Extract<Envelope, { type: "refused" }>, now: number): Outgoing[] {
    if (reason === "bus-lost" && ref !== null && this.post.has(ref)) {
      this.busLost = true; // it is sent again when the bus is back
      return [];
    }
    this.refusal = { of: of ?? "", reason };
    if (ref === null) return [];
    this.post.confirmed(ref);
    this.outbox.refused(ref, reason);
    return this.act(now);
  }

  private bus(state: "lost" | "back", now: number): Outgoing[] {
    this.busLost = state === "lost";
    return state === "lost" ? [] : [...(this.role.mine ? this.resend() : []), ...this.act(now)];
  }

  private refuse(of: string, reason: string): Outgoing[] {
    this.refusal = { of, reason };
    return [];
  }
}

function fallbackOf({ state }: { state: Held }): number {
  return state.fallbackAt ?? Infinity;
}
