import type { HeldCall, Settings } from "../../../../live/contract";
import { words } from "../words";

/** What a held call's card says and shows. `now` is the relay's clock. */
export interface Waiting {
  /** Bold parts are those between asterisks. */
  sentence: string;
  /** How far the bar is filled, and where its mark stands: 0 to 1, of the time most chargers wait. */
  filled: number;
  mark: number | null;
}

type Times = Pick<Settings, "chargerTimeoutMs">;

export function waitingOf(call: HeldCall, { chargerTimeoutMs }: Times, now: number): Waiting {
  const waited = Math.max(0, now - call.at);
  const part = (ms: number) => Math.min(1, Math.max(0, ms / chargerTimeoutMs));
  return {
    sentence: sentenceOf(call, waited, chargerTimeoutMs, now),
    filled: part(waited),
    mark: call.fallbackAt === null ? null : part(call.fallbackAt - call.at),
  };
}

function sentenceOf(call: HeldCall, waited: number, timeout: number, now: number): string {
  if (call.state === "gone") return words.goneAsked;
  if (call.state === "watching") return words.takenOver;
  if (waited >= timeout) return words.gaveUp;
  if (call.fallbackAt === null) return `Waiting *${seconds(waited)}*. Held until you answer.`;
  const left = seconds(Math.max(0, call.fallbackAt - now));
  return `Waiting *${seconds(waited)}*. Sends the fallback in *${left}*; most chargers give up after ${seconds(timeout)}.`;
}

/** For the bar on other views and on phones. */
export function barWords(call: HeldCall, now: number): string {
  const waited = seconds(Math.max(0, now - call.at));
  if (call.state !== "waiting" || call.fallbackAt === null) return waited;
  return `${waited}; the fallback goes out in ${seconds(Math.max(0, call.fallbackAt - now))}`;
}

export function seconds(ms: number): string {
  return `${Math.floor(ms / 1000)} s`;
}

/** "Authorize waits for your answer, 25 seconds". */
export function announcement({ action, fallbackAt }: HeldCall, now: number): string {
  const left = fallbackAt === null ? "" : `, ${Math.max(0, Math.round((fallbackAt - now) / 1000))} seconds`;
  return `${action} waits for your answer${left}`;
}

/** "(2) Authorize waits – BER-GARAGE-01": how many wait, and the oldest. */
export function heldTitle(waiting: readonly { identity: string; call: HeldCall }[]): string | null {
  const [oldest] = waiting;
  return oldest === undefined ? null : `(${waiting.length}) ${oldest.call.action} waits – ${oldest.identity}`;
}

export function heldKey({ epoch, seq }: Pick<HeldCall, "epoch" | "seq">): string {
  return `${epoch}.${seq}`;
}
