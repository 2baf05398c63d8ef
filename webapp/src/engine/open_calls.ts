import type { FrameEnvelope } from "./envelope";
import type { Call, Frame } from "./frame";

/** A call of the charge point that nobody has answered yet. */
export interface Waiting {
  call: Call;
  seq: number;
  at: number;
  /** `done`: an answer is under way (`ref`), or silence was chosen. */
  state: { kind: "open" } | { kind: "done"; ref: string | null } | { kind: "held"; fallbackAt: number };
}

const most = 1000;

/** The charge point's unanswered calls on the live connection, oldest first. */
export class OpenCalls {
  private waiting: Waiting[] = [];

  clear(): void {
    this.waiting = [];
  }

  see({ from, seq, at }: FrameEnvelope, frame: Frame): void {
    if (from === "cp" && frame.kind === "call") {
      this.waiting.push({ call: frame, seq, at, state: { kind: "open" } });
      if (this.waiting.length > most) this.waiting.shift();
    }
    if (from === "cs" && (frame.kind === "result" || frame.kind === "error")) this.answered(frame.id.shown);
  }

  /** Nobody waits that long: what is older stays unanswered. */
  open(youngerThan: number): Waiting[] {
    return this.waiting.filter(({ state, at }) => state.kind === "open" && at > youngerThan);
  }

  held(): Waiting[] {
    return this.waiting.filter(({ state }) => state.kind === "held");
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

  private answered(uniqueId: string): void {
    const index = this.waiting.findIndex(({ call }) => call.id.shown === uniqueId);
    if (index >= 0) this.waiting.splice(index, 1);
  }
}
