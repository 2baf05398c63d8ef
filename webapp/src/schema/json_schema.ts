import type { Json } from "../engine/json";

/** As much of JSON Schema as the OCPP files use. */
export interface Schema {
  type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  description?: string;
  default?: Json;
  $ref?: string;
  definitions?: Record<string, Schema>;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean;
  additionalItems?: boolean;
  enum?: string[];
  format?: string;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
}

/** A place in a payload, as keys and indexes. */
export type Path = readonly (string | number)[];

const definitions = "#/definitions/";

/** Follows `$ref`; what it says itself beside the reference stays. */
export function resolved(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...own } = schema;
  const target = root.definitions?.[$ref.slice(definitions.length)];
  return target === undefined ? own : { ...resolved(target, root), ...own };
}

/** What the standard says of a place; undefined where it says nothing. */
export function schemaAt(root: Schema, path: Path): Schema | undefined {
  let here: Schema | undefined = resolved(root, root);
  for (const step of path) {
    const next: Schema | undefined = typeof step === "number" ? here.items : own(here.properties, step);
    if (next === undefined) return undefined;
    here = resolved(next, root);
  }
  return here;
}

function own(properties: Record<string, Schema> | undefined, key: string): Schema | undefined {
  return properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
}
