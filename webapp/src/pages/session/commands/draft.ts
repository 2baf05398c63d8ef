import { compactJson, parseJson } from "../../../engine/json";
import type { Draft, HoldBack } from "../../../live/contract";
import { faultWords } from "../../../parts/draft/reading";

/** A command as it stands in the page, before it is one. `any`: the action's name is typed, too. */
export interface Writing {
  kind: "call" | "any" | "raw";
  action: string;
  text: string;
}

export type Ready = { kind: "ready"; draft: Draft } | { kind: "wrong"; words: string };

/** What would be sent; or what is wrong with it. Text that is sent as it stands is never wrong. */
export function readyToSend({ kind, action, text }: Writing): Ready {
  if (kind === "raw") return { kind: "ready", draft: { kind: "raw", text } };
  const parsed = parseJson(text);
  if (!parsed.ok) return { kind: "wrong", words: faultWords(text, parsed.fault) };
  return { kind: "ready", draft: { kind: "call", action, payload: parsed.value, spelled: compactJson(text) } };
}

/** The frame as it goes out, for "Send as raw text"; the unique id is a fresh one. */
export function asRawText({ action, text }: Writing, uniqueId: string): string {
  return `[2,${JSON.stringify(uniqueId)},${JSON.stringify(action)},${text}]`;
}

/** Whether a raw frame is not even JSON. */
export function isBroken({ kind, text }: Writing): boolean {
  return kind === "raw" && !parseJson(text).ok;
}

/** Whether Send does anything, and whether the hold can be overridden. `whenItComes`: an absent charger is waited for. */
export function maySend(hold: HoldBack | null, whenItComes = false): { send: boolean; anyway: boolean } {
  if (hold === null) return { send: true, anyway: false };
  if (hold.kind === "absent") return { send: whenItComes, anyway: false };
  const held = hold.kind === "turn" || hold.kind === "boot";
  return { send: held, anyway: held };
}
