import type { Charger, RelayState, Role } from "../../live/contract";
import { clockSeconds, type Zone } from "../../parts/format";
import { lostAfter } from "../bar/relay_words";

export interface Banner {
  tone: "warn" | "us";
  /** The first sentence, in bold. */
  bold: string;
  rest: string;
  /** What one can do about it. */
  action: "Take over" | "Take back" | "Answer from here" | null;
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
  if (relay.kind === "ended")
    return trouble("The relay closed this browser's connection.", `${relay.words} (${relay.code}).`);
  if (relay.kind !== "lost" || now - relay.since < lostAfter) return null;
  return trouble(
    "This browser lost the relay.",
    "The charger is most likely still connected. What it sends is kept and fetched when you are back.",
    { alert: true },
  );
}

function busLost(charger: Charger): Banner | null {
  if (charger.busLostAt === null) return null;
  return trouble("The relay lost Redis.", "The charger stays connected, but nothing gets through until it is back.");
}

function contested(charger: Charger): Banner | null {
  if (!charger.contested) return null;
  return trouble("Two chargers use this identity and push each other out.", "Give one another name.");
}

function nobodyAnswers({ identity, presence, role }: Charger): Banner | null {
  if (presence.kind !== "online" || role.holder !== null) return null;
  return trouble(`Nobody answers ${identity}.`, "Its calls run into its time-out.", { action: "Answer from here" });
}

function roleTaken({ mine, takenBy, holder }: Role, zone: Zone): Banner | null {
  if (mine === "answering" || takenBy === null || !holder || holder.me) return null;
  const words = `${takenBy.name} took over answering at ${minute(takenBy.at, zone)}.`;
  return { tone: "us", bold: words, rest: "", action: "Take back", alert: false };
}

function watching({ mine, holder }: Role, zone: Zone): Banner | null {
  if (mine === "answering" || !holder || holder.me) return null;
  if (holder.headless) {
    return {
      tone: "us",
      bold: "A headless responder answers",
      rest: "by its own rules file.",
      action: "Take over",
      alert: false,
    };
  }
  const who = `${holder.name ?? "Another client"} answers this charger since ${minute(holder.since, zone)}.`;
  const rest = `${who} You can look, filter, export and write rules; nothing you do reaches the charger.`;
  return { tone: "us", bold: "You are watching.", rest, action: "Take over", alert: false };
}

function trouble(bold: string, rest: string, more: Partial<Banner> = {}): Banner {
  return { tone: "warn", bold, rest, action: null, alert: false, ...more };
}

function minute(at: number, zone: Zone): string {
  return clockSeconds(at, zone).slice(0, 5);
}
