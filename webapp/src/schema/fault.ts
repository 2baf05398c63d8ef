import { never } from "../engine/never";
import type { Path } from "./json_schema";

/** What a validator may find. */
export type Fault = { path: Path } & (
  | { kind: "type"; wanted: string }
  | { kind: "value"; allowed: string[] }
  | { kind: "missing"; key: string }
  | { kind: "unknown"; key: string }
  | { kind: "long"; limit: number }
  | { kind: "few"; limit: number }
  | { kind: "many"; limit: number }
  | { kind: "low"; limit: number }
  | { kind: "high"; limit: number }
  | { kind: "step"; step: number }
  | { kind: "moment" }
  | { kind: "address" }
);

/** An error as the compiled validators give it. */
export type Found = { instancePath: string } & (
  | { keyword: "type"; params: { type: string } }
  | { keyword: "enum"; params: { allowedValues: string[] } }
  | { keyword: "required"; params: { missingProperty: string } }
  | { keyword: "additionalProperties"; params: { additionalProperty: string } }
  | { keyword: "maxLength" | "minItems" | "maxItems" | "minimum" | "maximum"; params: { limit: number } }
  | { keyword: "multipleOf"; params: { multipleOf: number } }
  | { keyword: "format"; params: { format: string } }
);

export function faultOf(found: Found, payload: unknown): Fault {
  const path = pathOf(found.instancePath, payload);
  switch (found.keyword) {
    case "type":
      return { path, kind: "type", wanted: found.params.type };
    case "enum":
      return { path, kind: "value", allowed: found.params.allowedValues };
    case "required":
      return { path, kind: "missing", key: found.params.missingProperty };
    case "additionalProperties":
      return { path, kind: "unknown", key: found.params.additionalProperty };
    case "maxLength":
      return { path, kind: "long", limit: found.params.limit };
    case "minItems":
      return { path, kind: "few", limit: found.params.limit };
    case "maxItems":
      return { path, kind: "many", limit: found.params.limit };
    case "minimum":
      return { path, kind: "low", limit: found.params.limit };
    case "maximum":
      return { path, kind: "high", limit: found.params.limit };
    case "multipleOf":
      return { path, kind: "step", step: found.params.multipleOf };
    case "format":
      return { path, kind: found.params.format === "date-time" ? "moment" : "address" };
    default:
      return never(found);
  }
}

/** A JSON pointer as keys and indexes; a number is an index only where the payload has a list. */
function pathOf(pointer: string, payload: unknown): Path {
  const path: (string | number)[] = [];
  let here = payload;
  for (const escaped of pointer.split("/").slice(1)) {
    const step = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
    const inList = Array.isArray(here);
    path.push(inList ? Number(step) : step);
    here = (here as Record<string, unknown> | null | undefined)?.[step];
  }
  return path;
}
