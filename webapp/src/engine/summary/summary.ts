import type { Frame } from "../frame";
import { isObject, type Json, wordOf } from "../json";
import { never } from "../never";
import { answers } from "./answers";
import { calls } from "./calls";
import { cut, joined } from "./figures";
import { word } from "./parts";

/** A frame in one line of at most 90 characters, from its payload alone; `action` is the call's when the frame answers one. */
export function summarise(frame: Frame, action: string | null): string {
  return cut(oneLine(words(frame, action)));
}

function words(frame: Frame, action: string | null): string {
  switch (frame.kind) {
    case "call":
    case "send":
      return callWords(frame.action, frame.payload);
    case "result":
      return resultWords(frame.payload, action);
    case "error":
    case "result-error":
      return joined(": ", frame.code, frame.description);
    case "malformed":
      return frame.words;
    default:
      return never(frame);
  }
}

function callWords(action: string, payload: Json): string {
  const said = known(calls, action, payload);
  return said === undefined || (said === "" && action !== "Heartbeat") ? plain(payload) : said;
}

function resultWords(payload: Json, action: string | null): string {
  const said = action === null ? undefined : known(answers, action, payload);
  if (said !== undefined && said !== "") return said;
  const status = word(payload, "status");
  return status === undefined ? plain(payload) : joined(", ", status, word(payload, "statusInfo", "reasonCode"));
}

function known(
  table: Record<string, (payload: Json) => string | undefined>,
  action: string,
  payload: Json,
): string | undefined {
  if (!Object.hasOwn(table, action) || !isObject(payload)) return undefined;
  return table[action]?.(payload);
}

/** The first two scalar fields; what has none stays as it is. */
function plain(payload: Json): string {
  if (!isObject(payload)) return JSON.stringify(payload);
  const fields = Object.entries(payload).filter(([, value]) => wordOf(value) !== undefined);
  if (fields.length === 0) return Object.keys(payload).length === 0 ? "{}" : Object.keys(payload).join(", ");
  return joined(", ", ...fields.slice(0, 2).map(([key, value]) => `${key} ${wordOf(value) ?? ""}`));
}

function oneLine(text: string): string {
  // Control characters of a broken charger would break the row.
  return text.replace(/\p{Cc}+/gu, " ");
}
