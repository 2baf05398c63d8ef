import type { Schema } from "./json_schema";

/** A payload is that of a call (or of a SEND), or that of its answer. */
export type Kind = "call" | "result";

/**
 * The files of one version in little space: what several of them define alike is there once.
 * Nothing is lost: `schemaOf` puts each file together again.
 */
export interface Carried {
  definitions: Schema[];
  messages: Record<string, Partial<Record<Kind, CarriedFile>>>;
}

export interface CarriedFile {
  schema: Schema;
  /** Name in the file, place in `definitions`. */
  uses: Record<string, number>;
}

export function schemaOf({ definitions }: Carried, file: CarriedFile): Schema {
  const used = Object.entries(file.uses).map(([name, place]) => [name, definitions[place] ?? {}] as const);
  return used.length === 0 ? file.schema : { ...file.schema, definitions: Object.fromEntries(used) };
}
