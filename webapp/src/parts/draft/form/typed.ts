import type { Json } from "../../../engine/json";
import type { Schema } from "../../../schema/json_schema";

/** What a text in a field stands for. */
export type Meant = { kind: "nothing" } | { kind: "spelled"; json: string } | { kind: "text"; value: string };

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Numbers where the standard wants one; any other text stays a text, such as a template. */
export function meantBy(typed: string, schema: Schema, required: boolean): Meant {
  if (typed === "" && !required) return { kind: "nothing" };
  const wantsNumber = schema.type === "integer" || schema.type === "number";
  if (wantsNumber && number.test(typed.trim())) return { kind: "spelled", json: typed.trim() };
  if (schema.type === "boolean" && /^(?:true|false)$/.test(typed)) return { kind: "spelled", json: typed };
  return { kind: "text", value: typed };
}

/** A value as a field shows it. Numbers as they are spelled in the draft. */
export function shownAs(value: Json | undefined, spelled: string | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return spelled ?? JSON.stringify(value);
}

export function isScalar(value: Json | undefined): boolean {
  return typeof value !== "object";
}

// What stands beside each other in one row of a narrow dock.
const mostChoices = 5;
const mostLetters = 40;

/** Values that are few and short are chosen by a click. */
export function choicesOf(schema: Schema): string[] | undefined {
  if (schema.type === "boolean") return ["true", "false"];
  const { enum: words } = schema;
  if (words === undefined || words.length > mostChoices) return undefined;
  return words.join("").length <= mostLetters ? words : undefined;
}
