import type { Carried } from "../../src/schema/carried.ts";
import type { Schema } from "../../src/schema/json_schema.ts";
import type { SourceFile } from "./source.ts";

/** The files as the page carries them: every definition once. */
export function carry(files: readonly SourceFile[]): Carried {
  const definitions: Schema[] = [];
  const places = new Map<string, number>();
  const place = (definition: Schema): number => {
    const text = JSON.stringify(definition);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, definitions.length);
    return definitions.push(definition) - 1;
  };
  const messages: Carried["messages"] = {};
  for (const { action, kind, schema } of files) {
    const { definitions: named = {}, ...rest } = schema;
    const uses = Object.fromEntries(Object.entries(named).map(([name, definition]) => [name, place(definition)]));
    (messages[action] ??= {})[kind] = { schema: rest, uses };
  }
  return { definitions, messages };
}
