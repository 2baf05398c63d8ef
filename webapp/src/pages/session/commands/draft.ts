import { parseJson } from "../../../engine/json";
import type { Draft, HoldBack } from "../../../live/contract";
import { never } from "../../../engine/never";
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
  if (parsed.ok) return { kind: "ready", draft: { kind: "call", action, payload: parsed.value } };
  return { kind: "wrong", words: faultWords(text, parsed.fault) };
}

/** The frame as it goes out, for "Send as raw text"; the unique id is a fresh one. */
export function asRawText({ action, text }: Writing, uniqueId: string): string {
  return `[2,${JSON.stringify(uniqueId)},${JSON.stringify(action)},${text}]`;
}

/** What will happen on Send. */
export function sendWords(hold: HoldBack | null, identity: string, reachable = true): string {
  if (!reachable) return "This browser lost the relay. You can prepare commands.";
  if (hold === null) return "Goes out at once.";
  switch (hold.kind) {
    case "watching":
      return "You are watching. Take over first.";
    case "absent":
      return `${identity} is not connected. You can prepare commands.`;
    case "boot":
      return "Held back until BootNotification is accepted. Some chargers restart if asked earlier.";
    case "turn":
      return hold.ahead === 1
        ? "Waits its turn: 1 command is ahead."
        : `Waits its turn: ${hold.ahead} commands are ahead.`;
    default:
      return never(hold);
  }
}

/** Whether Send does anything, and whether the hold can be overridden. */
export function maySend(hold: HoldBack | null): { send: boolean; anyway: boolean } {
  if (hold === null) return { send: true, anyway: false };
  const held = hold.kind === "turn" || hold.kind === "boot";
  return { send: held, anyway: held };
}
