import type { CommandState } from "../../../live/contract";
import { latency, setSpan, waiting } from "../../../parts/format";
import { never } from "../../../engine/never";
import { commandWords } from "../../../words/commands";

export interface Outcome {
  tone: "quiet" | "warn" | "bad";
  /** What the charger said; null while it has not. */
  answer: string | null;
  words: string;
}

const words = commandWords.outcome;

/** What became of a command. `now` is the relay's clock. */
export function outcomeOf(state: CommandState, now: number): Outcome {
  switch (state.kind) {
    case "queued":
      return { tone: "quiet", answer: null, words: words.queued };
    case "sending":
      return { tone: "quiet", answer: null, words: words.sending };
    case "outstanding":
      return {
        tone: "warn",
        answer: null,
        words: words.outstanding(waiting(now - state.since), setSpan(state.timeoutMs)),
      };
    case "answered":
      return { tone: state.good ? "quiet" : "bad", answer: state.words, words: latency(state.ms) };
    case "no-answer":
      return { tone: "warn", answer: null, words: words.noAnswer(setSpan(state.ms)) };
    case "late":
      return { tone: "warn", answer: state.words, words: words.late(latency(state.lateMs)) };
    case "sent":
      return { tone: "quiet", answer: null, words: words.sent };
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
      return { said: words.sending, tone: "quiet", more: null };
    case "outstanding":
      return {
        said: words.waiting(waiting(now - state.since), setSpan(state.timeoutMs)),
        tone: "warn",
        more: null,
      };
    case "answered":
      return { said: state.words, tone: state.good ? "plain" : "bad", more: words.answeredIn(latency(state.ms)) };
    case "no-answer":
      return { said: words.noAnswer(setSpan(state.ms)), tone: "warn", more: null };
    case "late":
      return {
        said: words.noAnswer(setSpan(state.timeoutMs)),
        tone: "warn",
        more: words.lateSaid(latency(state.lateMs), state.words),
      };
    case "sent":
      return { said: words.sent, tone: "quiet", more: null };
    case "refused":
      return { said: state.words, tone: "bad", more: null };
    default:
      return never(state);
  }
}

function queuedWords({ why, ahead }: Extract<CommandState, { kind: "queued" }>): string {
  switch (why) {
    case "boot":
      return words.untilBooted;
    case "absent":
      return words.untilItConnects;
    case "watching":
      return words.untilAnswering;
    case "turn":
      return ahead <= 1 ? words.next : words.ahead(ahead);
    default:
      return never(why);
  }
}
