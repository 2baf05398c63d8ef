import { Authors } from "./author";
import { Connectors } from "./connectors";
import type { FrameEnvelope, Opened, RoleEnvelope } from "./envelope";
import { Facts } from "./facts";
import type { LifeLine } from "./follower";
import type { Frame } from "./frame";
import { never } from "./never";
import { type OpenCall, Pairing } from "./pairing";
import { placeOf, transactionOf } from "./place";
import { Rate } from "./rate";
import { SentCommands } from "./sent_commands";
import { cut, joined } from "./summary/figures";
import { summarise } from "./summary/summary";
import type { Completeness, Counts, FrameRow, LifeRow, Patch, Row, RowState } from "./view";

export interface Patience {
  /** For calls of ours. */
  callTimeoutMs: number;
  /** For the charger's. */
  chargerTimeoutMs: number;
}

export interface Changes {
  reset: boolean;
  kept: number;
  first: number;
  appended: Row[];
  patches: Patch[];
}

/** The log of one charger: frames in the order they crossed its socket become rows, calls and answers find each other. */
export class FrameLog {
  readonly facts = new Facts();
  readonly connectors = new Connectors();
  readonly sent = new SentCommands();
  readonly rate = new Rate();
  lastFrameAt: number | null = null;
  readonly counts: Counts = {
    frames: 0,
    calls: 0,
    waiting: 0,
    held: 0,
    malformed: 0,
    late: 0,
    unanswered: 0,
    errors: 0,
    dropped: 0,
  };

  private readonly authors: Authors;
  private pairing = new Pairing();
  /** Calls in the order they came, until answered or overdue. */
  private due: OpenCall[] = [];
  private epoch: string | null = null;
  private reset = true;
  private touched = true;
  private cleared: { before: number; counts: Counts; gap: string | null; since: number | null } | null = null;
  private first = 0;
  private end = 0;
  private appended: Row[] = [];
  private patches = new Map<number, Patch>();
  private gap: string | null = null;
  private since: number | null = null;
  private holder: string | null = null;

  constructor(
    private readonly me: string,
    private patience: Patience,
    private framesKept: number,
  ) {
    this.authors = new Authors(me);
  }

  set limits({ framesKept, ...patience }: Patience & { framesKept: number }) {
    this.patience = patience;
    this.framesKept = framesKept;
  }

  get completeness(): Completeness {
    return this.gap === null ? { kind: "complete", since: this.since } : { kind: "gap", words: this.gap };
  }

  opened({ epoch }: Opened): void {
    if (epoch === this.epoch) return;
    this.closed();
    this.epoch = epoch;
  }

  /** Whatever still waits will never be answered: the connection that asked is gone. */
  closed(): void {
    for (const call of this.due) this.giveUp(call);
    this.due = [];
    this.pairing = new Pairing();
  }

  life(line: LifeLine): void {
    const row: LifeRow = { kind: "life", id: this.end, epoch: this.epoch, ...line };
    this.append(row);
    if (line.event === "gap")
      this.gap = `Gap: ${line.words.charAt(0).toLowerCase()}${line.words.slice(1).split(".")[0] ?? ""}`;
  }

  /** A change of who answers; whoever was there before the log began is no news. */
  role(envelope: RoleEnvelope): LifeLine | null {
    this.authors.learn(envelope);
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
    this.counts.frames += 1;
    switch (frame.kind) {
      case "call":
        return this.call(envelope, frame);
      case "send":
        return this.send(envelope, frame);
      case "result":
      case "error":
        return this.answer(envelope, frame);
      case "result-error":
        return this.resultError(envelope, frame);
      case "malformed":
        return this.malformed(envelope, frame.words, "malformed");
      default:
        return never(frame);
    }
  }

  /** A call waits for a person. */
  hold(epoch: string, seq: number, fallbackAt: number | null): void {
    const call = this.due.find((waiting) => waiting.epoch === epoch && waiting.seq === seq);
    if (call === undefined) return;
    if (!call.held) this.counts.held += 1;
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
    this.cleared = { before: this.end, counts: { ...this.counts }, gap: this.gap, since: this.since };
    this.gap = null;
    this.since = null;
    this.touched = true;
  }

  unclear(): void {
    if (this.cleared === null) return;
    this.gap ??= this.cleared.gap;
    this.since = this.cleared.since;
    this.cleared = null;
    this.touched = true;
  }

  forgetCleared(): void {
    if (this.cleared === null) return;
    Object.assign(this.counts, this.shownCounts);
    this.first = Math.max(this.first, this.cleared.before);
    this.cleared = null;
    this.touched = true;
  }

  /** What clearing hid does not count, except what still waits. */
  get shownCounts(): Counts {
    const { cleared, counts } = this;
    if (cleared === null) return { ...counts };
    const since = (key: keyof Counts): number => Math.max(0, counts[key] - cleared.counts[key]);
    return {
      ...counts,
      frames: since("frames"),
      calls: since("calls"),
      malformed: since("malformed"),
      late: since("late"),
      unanswered: since("unanswered"),
      errors: since("errors"),
      dropped: 0,
    };
  }

  /** What happened since the last time. */
  take(): Changes | null {
    if (!this.touched && this.appended.length === 0 && this.patches.size === 0) return null;
    const { reset, first: kept, appended } = this;
    const patches = [...this.patches.values()];
    this.reset = false;
    this.touched = false;
    this.appended = [];
    this.patches = new Map();
    return { reset, kept, first: Math.max(kept, this.cleared?.before ?? 0), appended, patches };
  }

  private call(envelope: FrameEnvelope, frame: Extract<Frame, { kind: "call" }>): void {
    const call: OpenCall = {
      row: this.end,
      epoch: envelope.epoch,
      seq: envelope.seq,
      at: envelope.at,
      from: envelope.from,
      uniqueId: frame.id.shown,
      frame,
      overdue: false,
      held: false,
    };
    const again = this.pairing.call(call);
    const summary = summarise(frame, null);
    this.facts.call(call);
    this.connectors.call(call);
    const row = this.row(envelope, frame, again ? cut(joined(": ", "Unique id used twice", summary)) : summary, {
      kind: "waiting",
    });
    this.due.push(call);
    this.counts.calls += 1;
    this.counts.waiting += 1;
    this.append(row);
    if (call.from === "cs") this.command(envelope, call, summary);
  }

  private command({ client, ref, text = "" }: FrameEnvelope, call: OpenCall, summary: string): void {
    const mine = client === this.me;
    const id = mine && ref !== undefined ? ref : `${call.epoch}.${call.seq}`;
    const state = { kind: "outstanding", since: call.at, timeoutMs: this.patience.callTimeoutMs } as const;
    this.sent.sent({ id, action: call.frame.action, summary, text, at: call.at, row: call.row, mine }, state);
  }

  private send(envelope: FrameEnvelope, frame: Extract<Frame, { kind: "send" }>): void {
    this.append(this.row(envelope, frame, summarise(frame, null), { kind: "no-answer-needed" }));
  }

  private answer(envelope: FrameEnvelope, frame: Extract<Frame, { kind: "result" | "error" }>): void {
    const match = this.pairing.answer(envelope.from, frame.id.shown);
    if (match.kind === "unknown") return this.toUnknown(envelope, frame);
    const { call } = match;
    const ms = Math.max(0, envelope.at - call.at);
    const late = call.overdue || ms >= this.timeout(call);
    const again = match.kind === "again";
    const by = envelope.from === "cs" ? this.authors.of(envelope) : null;
    const row = this.row(
      envelope,
      frame,
      summarise(frame, call.frame.action),
      { kind: "answer", by, late, again },
      call,
    );
    this.append(row);
    if (again) return;
    this.settle(call, frame, ms, late, envelope.at);
    this.patch(call, callState(frame, ms, late), row.id, row.transaction);
  }

  private settle(call: OpenCall, frame: Frame, ms: number, late: boolean, at: number): void {
    if (call.overdue) this.counts.unanswered -= 1;
    else this.counts.waiting -= 1;
    if (late) this.counts.late += 1;
    if (frame.kind === "error") this.counts.errors += 1;
    this.letGo(call);
    this.due = this.due.filter((waiting) => waiting !== call);
    this.facts.answer(call, frame, at);
    this.connectors.answer(call, frame, at);
    if (call.from === "cs") this.sent.answered(call, frame, ms, this.patience.callTimeoutMs);
  }

  /** After a gap the call may well have been among what is gone. */
  private toUnknown(envelope: FrameEnvelope, frame: Extract<Frame, { kind: "result" | "error" }>): void {
    if (this.gap === null) return this.malformed(envelope, "Answer to an unknown call", frame.kind, frame);
    const by = envelope.from === "cs" ? this.authors.of(envelope) : null;
    this.append(this.row(envelope, frame, summarise(frame, null), { kind: "answer", by, late: false, again: false }));
  }

  private resultError(envelope: FrameEnvelope, frame: Extract<Frame, { kind: "error" | "result-error" }>): void {
    const call = this.pairing.answeredCall(envelope.from, frame.id.shown);
    const state = { kind: "answer", by: null, late: false, again: false } as const;
    this.append(this.row(envelope, frame, summarise(frame, null), state, call));
  }

  private malformed(envelope: FrameEnvelope, words: string, type: FrameRow["type"], frame?: Frame): void {
    this.counts.malformed += 1;
    this.append({ ...this.row(envelope, frame ?? { kind: "malformed", words }, words, { kind: "malformed" }), type });
  }

  private row(envelope: FrameEnvelope, frame: Frame, summary: string, state: RowState, call?: OpenCall): FrameRow {
    const payload = frame.kind === "call" || frame.kind === "send" || frame.kind === "result" ? frame.payload : null;
    const asked = call?.frame.payload ?? null;
    const transaction = transactionOf(payload) ?? transactionOf(asked) ?? null;
    const place = placeOf(payload)?.id ?? placeOf(asked)?.id;
    return {
      kind: "frame",
      id: this.end,
      epoch: envelope.epoch,
      seq: envelope.seq,
      at: envelope.at,
      from: envelope.from,
      type: frame.kind,
      action: frame.kind === "call" || frame.kind === "send" ? frame.action : (call?.frame.action ?? null),
      uniqueId: frame.kind === "malformed" ? null : frame.id.shown,
      summary,
      state,
      pair: call?.row ?? null,
      connector: place ?? (transaction === null ? null : (this.connectors.placeOfTransaction(transaction) ?? null)),
      transaction,
      text: envelope.text ?? null,
      base64: envelope.base64 ?? null,
    };
  }

  private append(row: Row): void {
    this.appended.push(row);
    this.since ??= row.at;
    this.end += 1;
    const first = this.end - this.framesKept;
    if (first <= this.first) return;
    this.counts.dropped += first - this.first;
    this.counts.frames -= first - this.first;
    this.first = first;
  }

  private giveUp(call: OpenCall): void {
    if (call.overdue) return;
    call.overdue = true;
    this.counts.waiting -= 1;
    this.counts.unanswered += 1;
    this.letGo(call);
    this.patch(call, { kind: "never" });
    if (call.from === "cs") this.sent.overdue(call, this.patience.callTimeoutMs);
  }

  private patch(
    { row: id, frame }: OpenCall,
    state: RowState,
    pair: number | null = null,
    transaction?: string | null,
  ): void {
    if (id < this.first) return;
    const change: Patch = { id, state, pair, transaction: transaction ?? transactionOf(frame.payload) ?? null };
    const fresh = this.appended[id - (this.end - this.appended.length)];
    if (fresh?.kind === "frame") Object.assign(fresh, change);
    else this.patches.set(id, change);
  }

  private timeout(call: OpenCall): number {
    return call.from === "cp" ? this.patience.chargerTimeoutMs : this.patience.callTimeoutMs;
  }

  private letGo(call: OpenCall): void {
    if (call.held) this.counts.held -= 1;
    call.held = false;
  }
}

function callState(answer: Frame, ms: number, late: boolean): RowState {
  if (late) return { kind: "late", ms };
  return answer.kind === "error" ? { kind: "error", code: answer.code, ms } : { kind: "answered", ms };
}
