import type { Json } from "../../../../engine/json";
import { prettyJson } from "../../../../parts/json_tokens";

const oneLine = 72;

/** A payload as people write it: on one line where it fits. */
export function shownJson(payload: Json): string {
  const text = prettyJson(JSON.stringify(payload));
  const flat = text.replace(/\n\s*/g, " ");
  return flat.length <= oneLine ? flat : text;
}
