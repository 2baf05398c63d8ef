import type { FrameEnvelope } from "./envelope";
import type { Call, Frame } from "./frame";
import type { Suggestion } from "../responder/reply";

/** A call of the charge point that nobody has answered yet. */
export interface Waiting {
  call: Call;
  seq: number;
  at: number;
  /** The n-th of its action since the charger connected. */
  nth: number;
  state:
    | { kind: "open" }
    /** An answer is under way (`ref`), or none was chosen. */
    | { kind: "done"; ref: string | null }
    | Held;
}

/** It waits for a person. */
export interface Held {
  kind: "held";
  /** Null: until somebody answers. */
  fallbackAt: number | null;
  suggestion: Suggestion;
  askedBy: string;
}

/** How many calls of each action had come by `seq`. */
export interface CallCounts {
  epoch: string;
  seq: number;
  calls: Record<string, number>;
}

const most = 1000;

/** The charge point's unanswered calls on the live connection, oldest first. */
export class OpenCalls {
  private waiting: Waiting[] = [];
  private counts = new Map<string, number>();
  private countedTo = 0;

  /** Another connection; what was counted of it before goes on. */
  clear(counted: CallCounts | null): void {
    this.waiting = [];
    this.counts = new Map(Object.entries(counted?.calls ?? {}));
    this.countedTo = counted?.seq ?? 0;
  }

  counted(epoch: string): CallCounts {
    return { epoch, seq: this.countedTo, calls: Object.fromEntries(this.counts) };
  }

  see({ from, seq, at }: FrameEnvelope, frame: Frame): void {
    if (from === "cp" && frame.kind === "call") {
      this.waiting.push({ call: frame, seq, at, nth: this.count(frame.action, seq), state: { kind: "open" } });
      if (this.waiting.length > most) this.waiting.shift();
    }
    if (from === "cs" && (frame.kind === "result" || frame.kind === "error")) this.answered(frame.id.shown);
  }

  /** Nobody waits that long: what is older stays unanswered, unless somebody holds it. */
  open(youngerThan: number, isPinned: (seq: number) => boolean): Waiting[] {
    return this.waiting.filter(({ state, at, seq }) => state.kind === "open" && (at > youngerThan || isPinned(seq)));
  }

  held(): (Waiting & { state: Held })[] {
    return this.waiting.filter((waiting): waiting is Waiting & { state: Held } => waiting.state.kind === "held");
  }

  at(seq: number): Waiting | undefined {
    return this.waiting.find((waiting) => waiting.seq === seq);
  }

  /** The role is ours anew: what is not under way any more is as if it had just come. */
  reopen(underWay: (ref: string) => boolean): void {
    for (const waiting of this.waiting) {
      const { state } = waiting;
      if (state.kind === "done" && (state.ref === null || !underWay(state.ref))) waiting.state = { kind: "open" };
    }
  }

  private count(action: string, seq: number): number {
    const before = this.counts.get(action) ?? 0;
    if (seq <= this.countedTo) return before;
    this.countedTo = seq;
    this.counts.set(action, before + 1);
    return before + 1;
  }

  private answered(uniqueId: string): void {
    const index = this.waiting.findIndex(({ call }) => call.id.shown === uniqueId);
    if (index >= 0) this.waiting.splice(index, 1);
  }
}
