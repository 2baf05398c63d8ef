import type { Schema } from "./json_schema";
import type { Version } from "./version";
import { words16 } from "./words16";

/** What a field is for, in the standard's words; for 1.6, whose files have none, in ours. */
export function hintOf(version: Version, key: string, schema: Schema): string | undefined {
  if (schema.description !== undefined) return tidy(schema.description) || undefined;
  return version === "ocpp1.6" && Object.hasOwn(words16, key) ? words16[key] : undefined;
}

/** The files of 2.0.1 begin with the model's names and a URN, those of 2.1 with a mark; both have markdown in them. */
function tidy(description: string): string {
  return description
    .replace(/^[\s\S]*urn:x-\S+\s*/, "")
    .replace(/\*\(2\.1\)\*\s*/g, "")
    .replace(/<<[\w-]+,([^>]*)>>/g, "$1")
    .replace(/(^|\s)[_*`]+(?=\S)|(?<=\S)[_*`]+(?=[\s.,;:)]|$)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** "seconds", where the words say so. */
export function unitOf(hint: string | undefined): string | undefined {
  return /\b(?:in|of) (seconds|minutes|hours|Wh|ampere)\b/i
    .exec(hint ?? "")?.[1]
    ?.toLowerCase()
    .replace("wh", "Wh");
}
