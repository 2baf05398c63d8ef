import type { HeldCall, Settings } from "../../../../live/contract";
import { answersWords } from "../../../../words/answers";

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
  if (call.state === "gone") return answersWords.held.goneAsked;
  if (call.state === "watching") return answersWords.held.takenOver;
  if (waited >= timeout) return answersWords.held.gaveUp;
  if (call.fallbackAt === null) return answersWords.held.pinned(seconds(waited));
  const left = seconds(Math.max(0, call.fallbackAt - now));
  return answersWords.held.waiting(seconds(waited), left, seconds(timeout));
}

/** For the bar on other views and on phones. */
export function barWords(call: HeldCall, now: number): string {
  const waited = seconds(Math.max(0, now - call.at));
  if (call.state !== "waiting" || call.fallbackAt === null) return waited;
  return answersWords.held.bar(waited, seconds(Math.max(0, call.fallbackAt - now)));
}

export function seconds(ms: number): string {
  return answersWords.held.seconds(Math.floor(ms / 1000));
}

/** "Authorize waits for your answer, 25 seconds". */
export function announcement({ action, fallbackAt }: HeldCall, now: number): string {
  if (fallbackAt === null) return answersWords.held.waits(action);
  return answersWords.held.waitsSeconds(action, Math.max(0, Math.round((fallbackAt - now) / 1000)));
}

/** "(2) Authorize waits – BER-GARAGE-01": how many wait, and the oldest. */
export function heldTitle(waiting: readonly { identity: string; call: HeldCall }[]): string | null {
  const [oldest] = waiting;
  return oldest === undefined ? null : answersWords.held.title(waiting.length, oldest.call.action, oldest.identity);
}

export function heldKey({ epoch, seq }: Pick<HeldCall, "epoch" | "seq">): string {
  return `${epoch}.${seq}`;
}
