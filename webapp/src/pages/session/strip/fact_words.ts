import type { Boot, Connection } from "../../../live/contract";
import { age } from "../../../parts/format";
import { never } from "../../../engine/never";
import { shortVersion } from "../../version_words";
import { sessionWords } from "../../../words/session";

/** "0.8 s", "ahead"; what rounds to nothing has no direction. */
export function clockWords(skewMs: number): [string, string] {
  const span = Math.abs(skewMs);
  if (span < 50) return [sessionWords.strip.inStep, ""];
  const words = span < 60_000 ? `${(span / 1000).toFixed(1)} s` : age(span);
  return [words, skewMs < 0 ? sessionWords.strip.behind : sessionWords.strip.ahead];
}

export function lateClock(skewMs: number): boolean {
  return Math.abs(skewMs) > 30_000;
}

/** What its BootNotification got; null when there is nothing to worry about. */
export function bootChip(boot: Boot): string | null {
  switch (boot) {
    case "unknown":
    case "accepted":
      return null;
    case "unanswered":
      return sessionWords.strip.boot.unanswered;
    case "pending":
      return sessionWords.strip.boot.pending;
    case "rejected":
      return sessionWords.strip.boot.rejected;
    default:
      return never(boot);
  }
}

interface FlagWords {
  flag: string;
  words: string;
  says: string;
}

/** What was odd about its handshake, a sentence each. */
export function flagWords(connection: Connection | null): FlagWords[] {
  return (connection?.flags ?? []).map((flag) => ({ flag, ...wordsOf(flag, connection?.version ?? "") }));
}

function wordsOf(flag: string, version: string): Omit<FlagWords, "flag"> {
  switch (flag) {
    case "no-subprotocol":
      return {
        words: sessionWords.flags.noSubprotocol(shortVersion(version)),
        says: sessionWords.flags.noSubprotocolSays,
      };
    case "odd-path":
      return { words: sessionWords.flags.oddPath, says: sessionWords.flags.oddPathSays };
    case "odd-identity":
      return { words: sessionWords.flags.oddIdentity, says: sessionWords.flags.oddIdentitySays };
    case "compressed":
      return { words: sessionWords.flags.compressed, says: sessionWords.flags.compressedSays };
    default:
      // Flags of a newer relay are shown as they are called.
      return { words: flag, says: flag };
  }
}
