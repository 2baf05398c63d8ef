import type { Charger, RelayState, Role } from "../../live/contract";
import { clockSeconds, type Zone } from "../../parts/format";
import { lostAfter } from "../bar/relay_words";
import { sessionWords } from "../../words/session";

const words = sessionWords.banner;

export interface Banner {
  tone: "warn" | "us";
  /** The first sentence, in bold. */
  bold: string;
  rest: string;
  /** What one can do about it. */
  action: string | null;
  alert: boolean;
}

/** The one banner over the regions; the first that holds. `now` is the browser's clock, as the socket's times are. */
export function bannerOf(charger: Charger, now: number, zone: Zone): Banner | null {
  return (
    socketLost(charger.relay, now) ??
    busLost(charger) ??
    contested(charger) ??
    nobodyAnswers(charger) ??
    roleTaken(charger.role, zone) ??
    watching(charger.role, zone)
  );
}

function socketLost(relay: RelayState, now: number): Banner | null {
  if (relay.kind === "ended") return trouble(words.ended, words.endedWhy(relay.words, relay.code));
  if (relay.kind !== "lost" || now - relay.since < lostAfter) return null;
  return trouble(words.lost, words.lostRest, { alert: true });
}

function busLost(charger: Charger): Banner | null {
  if (charger.busLostAt === null) return null;
  return trouble(words.noRedis, words.noRedisRest);
}

function contested(charger: Charger): Banner | null {
  if (!charger.contested) return null;
  return trouble(words.contested, words.contestedRest);
}

function nobodyAnswers({ identity, presence, role }: Charger): Banner | null {
  if (presence.kind !== "online" || role.holder !== null) return null;
  return trouble(words.nobody(identity), words.nobodyRest, { action: words.answerHere });
}

function roleTaken({ mine, takenBy, holder }: Role, zone: Zone): Banner | null {
  if (mine === "answering" || takenBy === null || !holder || holder.me) return null;
  const bold = words.taken(takenBy.name, minute(takenBy.at, zone));
  return { tone: "us", bold, rest: "", action: words.takeBack, alert: false };
}

function watching({ mine, holder }: Role, zone: Zone): Banner | null {
  if (mine === "answering" || !holder || holder.me) return null;
  if (holder.headless) {
    return {
      tone: "us",
      bold: words.headless,
      rest: words.headlessRest,
      action: words.takeOver,
      alert: false,
    };
  }
  const rest = words.watchingRest(holder.name ?? words.anotherClient, minute(holder.since, zone));
  return { tone: "us", bold: words.watching, rest, action: words.takeOver, alert: false };
}

function trouble(bold: string, rest: string, more: Partial<Banner> = {}): Banner {
  return { tone: "warn", bold, rest, action: null, alert: false, ...more };
}

function minute(at: number, zone: Zone): string {
  return clockSeconds(at, zone).slice(0, 5);
}
