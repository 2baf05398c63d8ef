import type { Schema } from "../../src/schema/json_schema.ts";

/**
 * What a validator needs of the schemas: no words, and every definition that says the same thing once, in whichever
 * file it stands. Definitions get a name of their own (`d0`, `d1`, …).
 */
export class Bare {
  readonly definitions: Schema[] = [];
  private readonly names = new Map<string, string>();

  /** A file, with its references pointing at our definitions. */
  message({ definitions = {}, ...schema }: Schema): Schema {
    return this.bare(schema, definitions);
  }

  private bare(schema: Schema, named: Record<string, Schema>): Schema {
    if (schema.$ref !== undefined) return { $ref: this.define(schema.$ref, named) };
    const { properties, items, type, required, additionalProperties, ...rest } = schema;
    const own: Schema = { ...limits(rest), ...(type && { type }), ...(required && { required }) };
    if (items !== undefined) own.items = this.bare(items, named);
    // The files also forbid additional properties of texts, which have none.
    if (type === "object" && additionalProperties === false) own.additionalProperties = false;
    if (properties !== undefined)
      own.properties = Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, this.bare(value, named)]),
      );
    return own;
  }

  private define(ref: string, named: Record<string, Schema>): string {
    const target = named[ref.slice("#/definitions/".length)];
    if (target === undefined) throw new Error(`The schemas define no ${ref}`);
    const bare = this.bare(target, named);
    const text = JSON.stringify(bare);
    const name = this.names.get(text) ?? `d${this.definitions.length}`;
    if (!this.names.has(text)) this.definitions.push(bare);
    this.names.set(text, name);
    return name;
  }
}

const kept = [
  "enum",
  "format",
  "maxLength",
  "minItems",
  "maxItems",
  "minimum",
  "maximum",
  "multipleOf",
] as const satisfies (keyof Schema)[];

function limits(schema: Schema): Schema {
  return Object.fromEntries(kept.flatMap((word) => (schema[word] === undefined ? [] : [[word, schema[word]]])));
}
