import type { Answer, Context, Filler, Reply, Responder, Suggestion } from "../responder/reply";
import type { CannedReply } from "../responder/rule";
import { Delayed } from "./delayed";
import type { FrameEnvelope, Outgoing } from "./envelope";
import type { Frame } from "./frame";
import { HeldCalls } from "./held_calls";
import { never } from "./never";
import { type CallCounts, type Held, OpenCalls, type Waiting } from "./open_calls";
import type { Post } from "./post";
import { TransactionIds } from "./transaction_ids";
import type { HeldCall } from "./view";
import { framesOf, type Spoken } from "./wording";

/** Who composes answers: the rules, or (filling in what stands there) a person. */
export interface Responders {
  respond: Responder;
  fill: Filler;
}

export interface AnswerSettings {
  askFallbackMs: number;
  chargerTimeoutMs: number;
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

/** The charge point's calls on the live connection and their answers: at once, later, or when a person gives one. */
export class Answering {
  /** Calls that started to wait for a person, since last asked. */
  holds: { epoch: string; seq: number; fallbackAt: number | null }[] = [];

  private readonly calls = new OpenCalls();
  private readonly cards = new HeldCalls(this.calls);
  private readonly delayed = new Delayed();
  private readonly transactions = new TransactionIds();
  private counted: CallCounts | null = null;
  private epoch: string | null = null;
  private version = "";

  constructor(
    private readonly identity: string,
    private readonly responders: Responders,
    public limits: AnswerSettings,
    private readonly post: Post,
    private readonly booted: () => boolean,
  ) {}

  /** When something is due by itself; infinity when nothing is. Fallbacks go out only while `ready`. */
  nextDue(ready: boolean): number {
    return Math.min(this.delayed.nextDue, ...(ready ? this.calls.held().map(fallbackOf) : []));
  }

  get memory(): CallMemory {
    return { counts: this.epoch === null ? null : this.calls.counted(this.epoch), pinned: this.cards.memory };
  }

  /** Before the frames that this browser kept. */
  restore({ counts, pinned }: CallMemory): void {
    this.counted = counts;
    this.cards.restore(pinned);
  }

  /** Calls that wait for a person, oldest first; `mine`: who reads this may answer. */
  held(mine: boolean): HeldCall[] {
    return this.cards.view(this.epoch ?? "", this.version, mine);
  }

  opened(epoch: string, version: string): void {
    this.epoch = epoch;
    this.version = version;
    this.calls.clear(this.counted?.epoch === epoch ? this.counted : null);
  }

  /** No answer reaches a connection that did not ask. */
  ended(): void {
    if (this.epoch !== null) this.cards.ended(this.epoch, this.version);
    this.calls.clear(null);
    this.delayed.clear();
  }

  /** Also frames of connections that are gone: their transaction ids are taken. */
  reads(frame: Frame): void {
    this.transactions.saw(frame);
  }

  see(envelope: FrameEnvelope, frame: Frame): void {
    this.calls.see(envelope, frame);
  }

  roleLost(): void {
    this.delayed.clear();
  }

  roleGained(): void {
    this.calls.reopen((ref) => this.post.has(ref));
  }

  /** Answers to what is open and was not answered yet. */
  answers(now: number): Outgoing[] {
    const isPinned = (seq: number): boolean => this.cards.isPinned(this.epoch ?? "", seq);
    const open = this.calls.open(now - worthAnsweringMs, isPinned);
    return open.flatMap((waiting) =>
      this.carryOut(waiting, this.responders.respond(waiting.call, this.context(waiting, now)), now),
    );
  }

  /** What was put off until now. */
  due(now: number): Outgoing[] {
    return this.posted(this.delayed.due(now));
  }

  /** For calls that no person answered in time. */
  fallbacks(now: number): Outgoing[] {
    const expired = this.calls.held().filter((waiting) => fallbackOf(waiting) <= now);
    return expired.flatMap((waiting) => {
      const reply = this.filled(waiting, waiting.state.suggestion.reply, now);
      return this.carryOut(waiting, { reply, by: "fallback" }, now);
    });
  }

  /** A person answers; undefined when no such call is open. */
  byHand(seq: number, reply: CannedReply, now: number): Outgoing[] | undefined {
    const waiting = this.calls.at(seq);
    return waiting && this.carryOut(waiting, { reply: this.filled(waiting, reply, now), by: "hand" }, now);
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
    const fallbackAt = pinned ? null : waiting.at + this.limits.askFallbackMs;
    waiting.state = { kind: "held", fallbackAt, suggestion, askedBy };
    this.holds.push({ epoch: this.epoch ?? "", seq: waiting.seq, fallbackAt });
  }

  private speak(waiting: Waiting, reply: Spoken, by: string, now: number): Outgoing[] {
    const sends = framesOf(reply, waiting.call.id).map((text) => this.post.compose(text, by, this.epoch));
    waiting.state = { kind: "done", ref: sends[0]?.ref ?? null };
    const late = reply.kind !== "raw" && reply.fault === "late";
    const tooLate = late ? waiting.at + this.limits.chargerTimeoutMs + lateMs : now;
    return this.later(Math.max(now + reply.afterMs, tooLate), sends, now);
  }

  private later(dueAt: number, outgoing: Outgoing[], now: number): Outgoing[] {
    if (dueAt <= now) return this.posted(outgoing);
    this.delayed.add(dueAt, outgoing);
    return [];
  }

  private posted(outgoing: Outgoing[]): Outgoing[] {
    return outgoing.map((one) => (one.type === "send" ? this.post.send(one) : one));
  }

  private context({ nth, seq }: Waiting, now: number): Context {
    return {
      identity: this.identity,
      version: this.version,
      now,
      nth,
      booted: this.booted(),
      key: `${this.epoch ?? ""}.${seq}`,
      nextTransactionId: () => this.transactions.next(now),
    };
  }
}

function fallbackOf({ state }: { state: Held }): number {
  return state.fallbackAt ?? Infinity;
}
