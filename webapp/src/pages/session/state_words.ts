import type { Charger } from "../../live/contract";
import { age, type Zone, clockSeconds } from "../../parts/format";
import { never } from "../../engine/never";
import { sessionWords } from "../../words/session";

export interface StateWords {
  tone: "ok" | "warn" | "none";
  words: string;
}

/** The charger's state in a word, for its chip and its tab. `now` is the browser's clock. */
export function presenceWords(charger: Charger | undefined, now: number, zone: Zone = "local"): StateWords {
  if (charger === undefined) return { tone: "none", words: sessionWords.presence.asking };
  const { presence } = charger;
  switch (presence.kind) {
    case "asking":
      return { tone: "none", words: sessionWords.presence.asking };
    case "absent":
      return { tone: "none", words: sessionWords.presence.absent };
    case "left":
      return { tone: "none", words: sessionWords.presence.left(clockSeconds(presence.at, zone)) };
    case "online":
      return onlineWords(charger, presence.since, relayNow(charger, now));
    default:
      return never(presence);
  }
}

function onlineWords(charger: Charger, since: number, now: number): StateWords {
  const silent = silence(charger, now);
  if (silent !== null) return { tone: "warn", words: sessionWords.presence.silent(age(silent)) };
  return { tone: "ok", words: sessionWords.presence.online(age(now - since)) };
}

/** How long a quiet charger has said nothing: two heartbeat intervals are allowed. */
function silence(charger: Charger, now: number): number | null {
  const { lastFrameAt, facts } = charger;
  if (lastFrameAt === null || facts.heartbeatSeconds === null || facts.heartbeatSeconds <= 0) return null;
  const quiet = now - lastFrameAt;
  return quiet > 2 * facts.heartbeatSeconds * 1000 ? quiet : null;
}

/** The relay's clock, as far as it is known. */
export function relayNow(charger: Pick<Charger, "clockOffset"> | undefined, now: number): number {
  return now + (charger?.clockOffset ?? 0);
}
