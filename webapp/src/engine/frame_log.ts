import { Authors } from "./author";
import { isCommand, patienceOf } from "./command_mark";
import { Connectors } from "./connectors";
import type { FrameEnvelope, Opened, RoleEnvelope } from "./envelope";
import { Facts } from "./facts";
import type { LifeLine } from "./follower";
import type { Frame } from "./frame";
import { frameRow } from "./frame_row";
import { Glance } from "./glance";
import { LogCounts } from "./log_counts";
import { never } from "./never";
import { type OpenCall, Pairing } from "./pairing";
import { transactionOf } from "./place";
import { Rate } from "./rate";
import { type Changes, RowFeed } from "./row_feed";
import { SeenValues } from "./seen_values";
import { SentCommands } from "./sent_commands";
import { cut, joined } from "./summary/figures";
import { summarise } from "./summary/summary";
import type { Completeness, FrameRow, Row, RowState } from "./view";

export interface Patience {
  /** For calls of ours. */
  callTimeoutMs: number;
  /** For the charger's. */
  chargerTimeoutMs: number;
}

type CallFrame = Extract<Frame, { kind: "call" }>;
type AnswerFrame = Extract<Frame, { kind: "result" | "error" }>;

/** The log of one charger: frames in the order they crossed its socket become rows, calls and answers find each other. */
export class FrameLog {
  readonly facts = new Facts();
  readonly connectors = new Connectors();
  readonly glance = new Glance((id) => this.connectors.placeOfTransaction(id));
  readonly sent = new SentCommands();
  readonly seen = new SeenValues();
  readonly rate = new Rate();
  readonly counts = new LogCounts();
  lastFrameAt: number | null = null;

  private readonly authors: Authors;
  private readonly feed: RowFeed;
  private pairing = new Pairing();
  /** Calls in the order they came, until answered or overdue. */
  private due: OpenCall[] = [];
  private epoch: string | null = null;
  private completed: { gap: string | null; since: number | null } = { gap: null, since: null };
  private cleared: FrameLog["completed"] | null = null;
  private holder: string | null = null;

  constructor(
    private readonly me: string,
    private patience: Patience,
    framesKept: number,
  ) {
    this.authors = new Authors(me);
    this.feed = new RowFeed(framesKept);
  }

  set limits({ framesKept, ...patience }: Patience & { framesKept: number }) {
    this.patience = patience;
    this.feed.most = framesKept;
  }

  /** When the oldest row that is kept stood; null while there is none. */
  get oldestAt(): number | null {
    return this.completed.since;
  }

  get completeness(): Completeness {
    const { gap, since } = this.completed;
    return gap === null ? { kind: "complete", since } : { kind: "gap", words: gap };
  }

  opened({ epoch, at }: Opened): void {
    if (epoch === this.epoch) return;
    this.closed(this.lastFrameAt);
    this.epoch = epoch;
    this.glance.opened(at);
  }

  /** Whatever still waits will never be answered: the connection that asked is gone. */
  closed(at: number | null = null): void {
    if (at !== null) this.glance.closed(at);
    for (const call of this.due) this.giveUp(call);
    this.due = [];
    this.pairing = new Pairing();
  }

  life(line: LifeLine): void {
    this.append({ kind: "life", id: this.feed.end, epoch: this.epoch, ...line });
    const [first = ""] = line.words.split(".");
    if (line.event === "gap") this.completed.gap = `Gap: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
  }

  /** Who is who, before the frames that they wrote. */
  meet(envelope: RoleEnvelope): void {
    this.authors.learn(envelope);
  }

  /** A change of who answers; whoever was there before the log began is no news. */
  role(envelope: RoleEnvelope): LifeLine | null {
    this.meet(envelope);
    const { holder, name, at } = envelope;
    if (holder === null || holder === this.holder) return null;
    const first = this.holder === null;
    this.holder = holder;
    if (first) return null;
    const who = holder === this.me ? "This tab" : (name ?? "Another tab");
    return { event: "role", tone: "plain", at, words: `${who} answers from here on.` };
  }

  frame(envelope: FrameEnvelope, frame: Frame): void {
    this.rate.add(envelope.at);
    this.lastFrameAt = Math.max(this.lastFrameAt ?? 0, envelope.at);
    this.counts.all.frames += 1;
    this.write(envelope, frame);
    if (frame.kind !== "call" && envelope.client === this.me) this.raw(envelope, frame);
  }

  private write(envelope: FrameEnvelope, frame: Frame): void {
    switch (frame.kind) {
      case "call":
        return this.call(envelope, frame);
      case "send":
        return this.append(this.row(envelope, frame, summarise(frame, null), { kind: "no-answer-needed" }));
      case "result":
      case "error":
        return this.answer(envelope, frame);
      case "result-error":
        return this.resultError(envelope, frame);
      case "malformed":
        return this.malformed(envelope, frame, frame.words);
      default:
        return never(frame);
    }
  }

  /** A call waits for a person. */
  hold(epoch: string, seq: number, fallbackAt: number | null): void {
    const call = this.due.find((waiting) => waiting.epoch === epoch && waiting.seq === seq);
    if (call === undefined) return;
    if (!call.held) this.counts.all.held += 1;
    call.held = true;
    this.patch(call, { kind: "held", fallbackAt });
  }

  /** Marks what has waited too long; `now` is the relay's clock. */
  tick(now: number): void {
    const late = this.due.filter((call) => now - call.at >= this.timeout(call));
    if (late.length === 0) return;
    this.due = this.due.filter((call) => !late.includes(call));
    for (const call of late) this.giveUp(call);
  }

  /** Hides what is there; `unclear` shows it again until `forgetCleared`. */
  clear(): void {
    this.cleared = this.completed;
    this.completed = { gap: null, since: null };
    this.feed.hide();
    this.counts.hide();
  }

  unclear(): void {
    if (this.cleared === null) return;
    this.completed = { gap: this.completed.gap ?? this.cleared.gap, since: this.cleared.since };
    this.cleared = null;
    this.feed.unhide();
    this.counts.unhide();
  }

  forgetCleared(): void {
    this.cleared = null;
    this.feed.dropHidden();
  }

  /** What happened since the last time, of new rows the first so many. */
  take(most = Infinity): Changes | null {
    return this.feed.take(most);
  }

  /** Not all of it was taken. */
  get hasMore(): boolean {
    return this.feed.hasMore;
  }

  private call(envelope: FrameEnvelope, frame: CallFrame): void {
    const { epoch, seq, at, from, by } = envelope;
    const uniqueId = frame.id.shown;
    const place = { row: this.feed.end, epoch, seq, at, from, uniqueId };
    const call: OpenCall = { ...place, frame, overdue: false, held: false, patienceMs: patienceOf(by) };
    const summary = summarise(frame, null);
    const shown = this.pairing.call(call) ? cut(joined(": ", "Unique id used twice", summary)) : summary;
    this.seen.call(frame);
    this.facts.call(call);
    this.connectors.call(call);
    this.glance.call(call);
    this.due.push(call);
    this.counts.add({ calls: 1, waiting: 1 });
    this.append(this.row(envelope, frame, shown, { kind: "waiting" }));
    if (from === "cs") this.command(envelope, call, summary);
  }

  private command({ client, ref, text = "" }: FrameEnvelope, call: OpenCall, summary: string): void {
    const mine = client === this.me;
    const id = mine && ref !== undefined ? ref : `${call.epoch}.${call.seq}`;
    const state = { kind: "outstanding", since: call.at, timeoutMs: this.timeout(call) } as const;
    this.sent.sent({ id, action: call.frame.action, summary, text, at: call.at, row: call.row, mine }, state);
  }

  private answer(envelope: FrameEnvelope, frame: AnswerFrame): void {
    const match = this.pairing.answer(envelope.from, frame.id.shown);
    if (match.kind === "unknown") return this.toUnknown(envelope, frame);
    const { call } = match;
    const ms = Math.max(0, envelope.at - call.at);
    const late = call.overdue || ms >= this.timeout(call);
    const again = match.kind === "again";
    const state: RowState = { kind: "answer", by: this.author(envelope), late, again };
    const row = this.row(envelope, frame, summarise(frame, call.frame.action), state, call);
    this.append(row);
    if (again) return;
    this.settle(call, frame, ms, late, envelope);
    this.patch(call, callState(frame, ms, late), row.id, row.transaction);
  }

  private settle(call: OpenCall, frame: AnswerFrame, ms: number, late: boolean, envelope: FrameEnvelope): void {
    const { at } = envelope;
    this.counts.add(call.overdue ? { unanswered: -1 } : { waiting: -1 });
    if (late) this.counts.all.late += 1;
    if (frame.kind === "error") this.counts.all.errors += 1;
    this.letGo(call);
    this.due = this.due.filter((waiting) => waiting !== call);
    this.seen.answer(call.frame.action, frame);
    this.facts.answer(call, frame, at);
    this.connectors.answer(call, frame, at);
    this.glance.answer(call, frame, envelope);
    if (call.from === "cs") this.sent.answered(call, frame, ms, this.timeout(call));
  }

  /** After a gap the call may well have been among what is gone. */
  private toUnknown(envelope: FrameEnvelope, frame: AnswerFrame): void {
    if (this.completed.gap === null) return this.malformed(envelope, frame, "Answer to an unknown call");
    const state: RowState = { kind: "answer", by: this.author(envelope), late: false, again: false };
    this.append(this.row(envelope, frame, summarise(frame, null), state));
  }

  private resultError(envelope: FrameEnvelope, frame: Frame & { kind: "result-error" }): void {
    const call = this.pairing.answeredCall(envelope.from, frame.id.shown);
    const state: RowState = { kind: "answer", by: null, late: false, again: false };
    this.append(this.row(envelope, frame, summarise(frame, null), state, call));
  }

  private malformed(envelope: FrameEnvelope, frame: Frame, words: string): void {
    this.counts.all.malformed += 1;
    this.append(this.row(envelope, frame, words, { kind: "malformed" }));
  }

  /** What was sent on purpose as no call stands among the commands, too. */
  private raw({ ref = "", text = "", at, by }: FrameEnvelope, frame: Frame): void {
    // Earlier pages marked commands as answers by hand.
    if (!isCommand(by) && !(by === "hand" && frame.kind === "malformed")) return;
    const action = frame.kind === "send" ? frame.action : null;
    const summary = summarise(frame, null);
    this.sent.sent({ id: ref, action, summary, text, at, row: this.feed.end - 1, mine: true }, { kind: "sent" });
  }

  private row(envelope: FrameEnvelope, frame: Frame, summary: string, state: RowState, call?: OpenCall): FrameRow {
    const words = { summary, state, call };
    return frameRow(this.feed.end, envelope, frame, words, (id) => this.connectors.placeOfTransaction(id));
  }

  private author(envelope: FrameEnvelope): ReturnType<Authors["of"]> | null {
    return envelope.from === "cs" ? this.authors.of(envelope) : null;
  }

  private append(row: Row): void {
    const dropped = this.feed.append(row);
    if (dropped > 0) this.counts.add({ dropped, frames: -dropped });
    this.completed.since ??= row.at;
  }

  private giveUp(call: OpenCall): void {
    if (call.overdue) return;
    call.overdue = true;
    this.counts.add({ waiting: -1, unanswered: 1 });
    this.letGo(call);
    this.glance.unanswered(call);
    this.patch(call, { kind: "never" });
    if (call.from === "cs") this.sent.overdue(call, this.timeout(call));
  }

  private letGo(call: OpenCall): void {
    if (call.held) this.counts.all.held -= 1;
    call.held = false;
  }

  private patch(
    { row: id, frame }: OpenCall,
    state: RowState,
    pair: number | null = null,
    transaction?: string | null,
  ): void {
    this.feed.patch({ id, state, pair, transaction: transaction ?? transactionOf(frame.payload) ?? null });
  }

  private timeout(call: OpenCall): number {
    if (call.from === "cp") return this.patience.chargerTimeoutMs;
    return call.patienceMs ?? this.patience.callTimeoutMs;
  }
}

function callState(answer: Frame, ms: number, late: boolean): RowState {
  if (late) return { kind: "late", ms };
  return answer.kind === "error" ? { kind: "error", code: answer.code, ms } : { kind: "answered", ms };
}
