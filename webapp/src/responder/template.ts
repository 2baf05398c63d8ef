import type { Call } from "../engine/frame";
import { isObject, type Json, wordOf } from "../engine/json";
import { never } from "../engine/never";
import type { Dice } from "./dice";
import { valueAt } from "./json_path";
import { type Named, readName } from "./template_name";
import type { Context } from "./reply";

/** What a template may speak of. */
export interface Scope {
  call: Pick<Call, "id" | "payload">;
  context: Pick<Context, "identity" | "now" | "nextTransactionId">;
  dice: Dice;
}

export type Template = (scope: Scope) => Json;

const within = /\{\{([^{}]*)\}\}/g;

/**
 * Reads a template once. `{{now}}` and its sisters are filled in; one that stands alone keeps its type: a number stays a
 * number. What has no value here stays as it was written, so that it is seen.
 */
export function compileTemplate(json: Json): Template {
  if (typeof json === "string") return compileText(json);
  if (Array.isArray(json)) {
    const items = json.map(compileTemplate);
    return (scope) => items.map((item) => item(scope));
  }
  if (!isObject(json)) return () => json;
  const entries = Object.entries(json).map(([key, value]): [string, Template] => [key, compileTemplate(value)]);
  return (scope) => Object.fromEntries(entries.map(([key, value]) => [key, value(scope)]));
}

/** Text that stays text, whatever is filled in. */
export function compileWords(text: string): (scope: Scope) => string {
  const parts = split(text);
  return (scope) => parts.map((part) => (typeof part === "string" ? part : wordsOf(part, scope))).join("");
}

interface Slot {
  written: string;
  named: Named;
}

function compileText(text: string): Template {
  const parts = split(text);
  const [only, more] = parts;
  if (only !== undefined && more === undefined) return typeof only === "string" ? () => only : alone(only);
  return parts.length === 0 ? () => "" : compileWords(text);
}

/** Keeps the type of what it stands for. */
function alone({ named, written }: Slot): Template {
  return (scope) => {
    const value = valueOf(named, scope);
    return value === undefined ? written : value;
  };
}

/** Plain text and slots, in turn. */
function split(text: string): (string | Slot)[] {
  const parts: (string | Slot)[] = [];
  let end = 0;
  for (const { 0: written, 1: inner = "", index } of text.matchAll(within)) {
    const name = readName(inner);
    if (!name.ok) continue;
    if (index > end) parts.push(text.slice(end, index));
    parts.push({ written, named: name.named });
    end = index + written.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function wordsOf({ written, named }: Slot, scope: Scope): string {
  const value = valueOf(named, scope);
  if (value === undefined) return written;
  return wordOf(value) ?? JSON.stringify(value);
}

/** Undefined where a path of the call leads nowhere. */
function valueOf(named: Named, { call, context, dice }: Scope): Json | undefined {
  switch (named.kind) {
    case "now":
      return timestamp(context.now + named.offsetMs);
    case "call":
      return valueAt(call.payload, named.steps);
    case "unique-id":
      return call.id.shown;
    case "next-transaction-id":
      return context.nextTransactionId();
    case "random":
      return dice.whole(named.from, named.to);
    case "identity":
      return context.identity;
    default:
      return never(named);
  }
}

/** With `Z`: several chargers take nothing else. */
export function timestamp(at: number): string {
  return new Date(at).toISOString();
}
