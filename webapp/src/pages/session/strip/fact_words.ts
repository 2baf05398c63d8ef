import type { Boot, Connection } from "../../../live/contract";
import { age } from "../../../parts/format";
import { never } from "../../../engine/never";
import { shortVersion } from "../../version_words";

/** "0.8 s", "ahead". */
export function clockWords(skewMs: number): [string, string] {
  const span = Math.abs(skewMs);
  const words = span < 60_000 ? `${(span / 1000).toFixed(1)} s` : age(span);
  return [words, skewMs < 0 ? "behind" : "ahead"];
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
      return "Boot: not answered";
    case "pending":
      return "Boot: Pending";
    case "rejected":
      return "Boot: Rejected";
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
        words: `no subprotocol: taken as ${shortVersion(version)}`,
        says: "It named no OCPP version in its handshake. If its frames look wrong, set the version in the charger.",
      };
    case "odd-path":
      return { words: "odd path", says: "It called an unusual path; the last part was taken as its identity." };
    case "odd-identity":
      return { words: "odd identity", says: "OCPP 2.x allows no colon and at most 48 characters in an identity." };
    case "compressed":
      return { words: "compressed", says: "Its frames cross the network compressed (permessage-deflate)." };
    default:
      // Flags of a newer relay are shown as they are called.
      return { words: flag, says: flag };
  }
}
