import { isObject, type Json, type JsonObject } from "../engine/json";
import { never } from "../engine/never";
import { resolved, type Schema } from "./json_schema";

/** Filled when it leaves. */
const now = "{{now}}";

/** The smallest payload that fits: what is required, with the plainest values; `moment` where a time is. */
export function minimal(root: Schema, moment = now): JsonObject {
  const value = blank(root, root, moment);
  return isObject(value) ? value : {};
}

/** The plainest value that fits a place of the schema. */
export function blank(schema: Schema, root: Schema, moment = now): Json {
  const here = resolved(schema, root);
  if (here.default !== undefined) return here.default;
  if (here.enum !== undefined) return here.enum[0] ?? "";
  switch (here.type) {
    case "object":
      return Object.fromEntries(
        (here.required ?? []).map((key) => [key, blank(here.properties?.[key] ?? {}, root, moment)]),
      );
    case "array":
      return Array.from({ length: here.minItems ?? 0 }, () => blank(here.items ?? {}, root, moment));
    case "string":
      return blankText(here.format, moment);
    case "integer":
    case "number":
      return Math.min(Math.max(0, here.minimum ?? 0), here.maximum ?? Number.POSITIVE_INFINITY);
    case "boolean":
      return false;
    case undefined:
      return {};
    default:
      return never(here.type);
  }
}

function blankText(format: string | undefined, moment: string): string {
  if (format === "date-time") return moment;
  return format === "uri" ? "https://" : "";
}
