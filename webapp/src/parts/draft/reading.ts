import { isObject, type Json, type JsonFault, type JsonObject, parseJson } from "../../engine/json";
import { draftWords } from "../../words/draft";

/** What a draft's text is. Only an object has a form. */
export type Reading =
  | { kind: "object"; value: JsonObject }
  | { kind: "other"; value: Json }
  | { kind: "wrong"; words: string; from: number };

export function readDraft(text: string): Reading {
  const parsed = parseJson(text);
  if (!parsed.ok) return { kind: "wrong", words: faultWords(text, parsed.fault), from: parsed.fault.at };
  return isObject(parsed.value) ? { kind: "object", value: parsed.value } : { kind: "other", value: parsed.value };
}

/** "Line 4: a comma or } is missing here." */
export function faultWords(text: string, { at, expected }: JsonFault): string {
  return draftWords.missing(lineOf(text, at), expected);
}

/** Lines are counted to the last sign before the fault: what is missing belongs after it. */
function lineOf(text: string, at: number): number {
  return text.slice(0, at).trimEnd().split("\n").length;
}
