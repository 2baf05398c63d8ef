import { at, type Json } from "../engine/json";
import type { Fault } from "./fault";
import type { Path, Schema } from "./json_schema";
import { pathWords } from "./path_words";
import { sentenceOf } from "./sentence";

/** Where a payload is not what the standard says. Never a reason to hold anything back. */
export interface Note {
  /** The place; of a missing key, where it should be. */
  path: Path;
  /** The same as JSON path: `$.sampledValue[2].unit`. */
  where: string;
  kind: Fault["kind"] | "action" | "template" | "more";
  sentence: string;
  /** The value or key that was most likely meant. */
  meant?: string;
}

export function noteOf(fault: Fault, payload: Json, schema: Schema, standard: string): Note {
  const path = fault.kind === "missing" || fault.kind === "unknown" ? [...fault.path, fault.key] : fault.path;
  return { path, where: pathWords(path), kind: fault.kind, ...sentenceOf(fault, { payload, schema, standard }) };
}

const template = /\{\{[^{}]*\}\}/;

/** A text whose value is only known when it leaves. */
export function isTemplate(value: Json | undefined): value is string {
  return typeof value === "string" && template.test(value);
}

/** Without the notes on texts that hold a template: what will stand there is not known yet. */
export function withoutTemplates(notes: readonly Note[], payload: Json): Note[] {
  return notes.filter((note) => note.kind === "unknown" || !isTemplate(at(payload, ...note.path)));
}
