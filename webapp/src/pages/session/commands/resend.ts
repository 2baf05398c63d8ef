import { parseFrame } from "../../../engine/frame";
import type { Draft } from "../../../live/contract";
import { elementsOf, prettyJson } from "../../../parts/json_tokens";
import { compactJson } from "../../../engine/json";
import type { Writing } from "./draft";

/** A frame that was sent, as a draft to change: a call by its payload, anything else as it stood on the wire. */
export function writingOf(text: string): Writing {
  const frame = parseFrame(text);
  const payload = frame.kind === "call" ? elementsOf(text)?.[3] : undefined;
  if (frame.kind !== "call" || payload === undefined) return { kind: "raw", action: "", text };
  return { kind: "call", action: frame.action, text: prettyJson(payload) };
}

/** The same command once more; a call gets a unique id of its own. */
export function draftOf(text: string): Draft {
  const frame = parseFrame(text);
  const payload = frame.kind === "call" ? elementsOf(text)?.[3] : undefined;
  if (frame.kind !== "call" || payload === undefined) return { kind: "raw", text };
  return { kind: "call", action: frame.action, payload: frame.payload, spelled: compactJson(payload) };
}
