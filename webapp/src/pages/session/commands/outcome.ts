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

export interface Told {
  said: string;
  tone: Outcome["tone"] | "plain";
  more: string | null;
}

/** The same as one sentence for the table: "Accepted" "in 212 ms"; "no answer in 30 s" "· came 12 s late". */
export function toldOf(state: CommandState, now: number): Told {
  switch (state.kind) {
    case "queued":
      return { said: queuedWords(state), tone: "quiet", more: null };
    case "sending":
      return { said: "going out", tone: "quiet", more: null };
    case "outstanding":
      return {
        said: `waiting ${waiting(now - state.since)} of ${latency(state.timeoutMs)}`,
        tone: "warn",
        more: null,
      };
    case "answered":
      return { said: state.words, tone: state.good ? "plain" : "bad", more: `in ${latency(state.ms)}` };
    case "no-answer":
      return { said: `no answer in ${latency(state.ms)}`, tone: "warn", more: null };
    case "late":
      return {
        said: `no answer in ${latency(state.timeoutMs)}`,
        tone: "warn",
        more: `· came ${latency(state.lateMs)} late: ${state.words}`,
      };
    case "sent":
      return { said: "sent", tone: "quiet", more: null };
    case "refused":
      return { said: state.words, tone: "bad", more: null };
    default:
      return never(state);
  }
}

function queuedWords({ why, ahead }: Extract<CommandState, { kind: "queued" }>): string {
  switch (why) {
    case "boot":
      return "held back until it has booted";
    case "absent":
      return "goes out when it connects";
    case "watching":
      return "waits until this tab answers";
    case "turn":
      return ahead <= 1 ? "queued, next" : `queued, ${ahead} ahead`;
    default:
      return never(why);
  }
}
