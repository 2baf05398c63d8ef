import type { RelayState } from "../../live/contract";
import { never } from "../../engine/never";
import { shellWords } from "../../words/shell";

export interface RelayWords {
  tone: "ok" | "warn" | "none";
  words: string;
  /** A button beside it that tries at once. */
  retry: boolean;
}

// Shorter than a blink, a connection that is being made is not worth a word.
const patience = 400;
// A socket that is back within two seconds was not lost.
export const lostAfter = 2000;

/** What the app bar says of the relay; null when nothing needs saying yet. */
export function relayWords(relay: RelayState, busLost: boolean, now: number): RelayWords | null {
  switch (relay.kind) {
    case "idle":
      return null;
    case "connecting":
      return now - relay.since < patience ? null : { tone: "none", words: shellWords.relay.connecting, retry: false };
    case "open":
      return busLost
        ? { tone: "warn", words: shellWords.relay.noRedis, retry: false }
        : { tone: "ok", words: shellWords.relay.connected, retry: false };
    case "lost":
      return now - relay.since < lostAfter
        ? null
        : { tone: "warn", words: shellWords.relay.lost(again(relay.retryAt - now)), retry: true };
    case "ended":
      return { tone: "warn", words: shellWords.relay.closed(relay.words), retry: true };
    default:
      return never(relay);
  }
}

function again(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds <= 0 ? shellWords.relay.trying : shellWords.relay.again(seconds);
}
