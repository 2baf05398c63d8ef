import type { CommandState } from "../../../live/contract";
import { latency, waiting } from "../../../parts/format";
import { never } from "../../../engine/never";

export interface Outcome {
  tone: "quiet" | "warn" | "bad";
  /** What the charger said; null while it has not. */
  answer: string | null;
  words: string;
}

/** What became of a command. `now` is the relay's clock. */
export function outcomeOf(state: CommandState, now: number): Outcome {
  switch (state.kind) {
    case "queued":
      return { tone: "quiet", answer: null, words: "queued" };
    case "sending":
      return { tone: "quiet", answer: null, words: "going out" };
    case "outstanding":
      return { tone: "warn", answer: null, words: `${waiting(now - state.since)} of ${latency(state.timeoutMs)}` };
    case "answered":
      return { tone: state.good ? "quiet" : "bad", answer: state.words, words: latency(state.ms) };
    case "no-answer":
      return { tone: "warn", answer: null, words: `no answer in ${latency(state.ms)}` };
    case "late":
      return { tone: "warn", answer: state.words, words: `came ${latency(state.lateMs)} late` };
    case "sent":
      return { tone: "quiet", answer: null, words: "sent" };
    case "refused":
      return { tone: "bad", answer: null, words: state.words };
    default:
      return never(state);
  }
}
