import { at, isObject, type Json } from "../engine/json";
import { never } from "../engine/never";
import type { Fault } from "./fault";
import { characters, momentFault } from "./formats";
import { type Path, type Schema, schemaAt } from "./json_schema";
import { nearest } from "./nearest";
import { shortWords } from "./path_words";

interface Place {
  payload: Json;
  schema: Schema;
  /** "OCPP 1.6" */
  standard: string;
}

/** A fault in plain words, and the value or key that was most likely meant. */
export function sentenceOf(fault: Fault, place: Place): { sentence: string; meant?: string } {
  const { standard } = place;
  const value = at(place.payload, ...fault.path) ?? null;
  const here = shortWords(fault.path);
  switch (fault.kind) {
    case "type":
      return { sentence: `${here} is ${kindWords(value)}; ${standard} wants ${article(fault.wanted)}.` };
    case "value":
      return wrongValue(here, value, fault.allowed, standard);
    case "missing":
      return { sentence: `${shortWords([...fault.path, fault.key])} is missing; ${standard} requires it.` };
    case "unknown":
      return unknownKey(fault.path, fault.key, value, place);
    case "long":
      return {
        sentence: `${here} has ${characters(textOf(value))} characters; ${standard} allows ${fault.limit}.`,
      };
    case "few":
      return { sentence: `${here} has ${items(value)}; ${standard} wants at least ${fault.limit}.` };
    case "many":
      return { sentence: `${here} has ${items(value)}; ${standard} allows ${fault.limit}.` };
    case "low":
      return { sentence: `${here} is ${shown(value)}; ${standard} wants at least ${fault.limit}.` };
    case "high":
      return { sentence: `${here} is ${shown(value)}; ${standard} wants at most ${fault.limit}.` };
    case "step":
      return { sentence: `${here} is ${shown(value)}; ${standard} wants a multiple of ${fault.step}.` };
    case "moment":
      return { sentence: wrongMoment(here, textOf(value), standard) };
    case "address":
      return { sentence: `${here} is ${shown(value)}, which is no address such as https://….` };
    default:
      return never(fault);
  }
}

// A short list of values is worth reading out.
const readOut = 6;

function wrongValue(here: string, value: Json, allowed: readonly string[], standard: string) {
  const meant = typeof value === "string" ? nearest(value, allowed) : undefined;
  if (meant !== undefined) return { sentence: `${here} is ${shown(value)}; ${standard} spells it ${meant}.`, meant };
  const rest =
    allowed.length <= readOut ? `allows ${either(allowed)}` : `has no such value among its ${allowed.length}`;
  return { sentence: `${here} is ${shown(value)}; ${standard} ${rest}.` };
}

/** A key that should be there and is not, and looks like this one, was meant. */
function unknownKey(path: Path, key: string, holder: Json, { schema, standard }: Place) {
  const sent = isObject(holder) ? holder : {};
  const open = Object.keys(schemaAt(schema, path)?.properties ?? {}).filter((name) => !Object.hasOwn(sent, name));
  const meant = nearest(key, open);
  const here = shortWords([...path, key]);
  if (meant === undefined) return { sentence: `${here} is not a field of ${standard}.` };
  return { sentence: `${here} is not a field of ${standard}, which spells it ${meant}.`, meant };
}

function wrongMoment(here: string, text: string, standard: string): string {
  const fault = momentFault(text);
  switch (fault) {
    case "no zone":
      return `${here} is ${shown(text)}, without a time zone; ${standard} wants one, such as Z.`;
    case "short zone":
      return `${here} is ${shown(text)}; ${standard} writes it like 2025-01-31T12:00:00Z.`;
    case "not a moment":
      return `${here} is ${shown(text)}, which is no date and time such as 2025-01-31T12:00:00Z.`;
    default:
      return never(fault);
  }
}

const longest = 40;

/** A value inside a sentence: texts without quotes where they read as a word. */
function shown(value: Json): string {
  const text = typeof value === "string" && /^[\w.+:/-]+$/.test(value) ? value : JSON.stringify(value);
  return cut(text);
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

function kindWords(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `the text ${cut(JSON.stringify(value))}`;
  return typeof value === "number" ? `the number ${value}` : String(value);
}

const nouns: Record<string, string> = {
  object: "an object",
  array: "a list",
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
};

function article(type: string): string {
  return nouns[type] ?? type;
}

function items(value: Json): string {
  const count = Array.isArray(value) ? value.length : 0;
  return count === 0 ? "no items" : count === 1 ? "1 item" : `${count} items`;
}

function either(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : "";
}
