import type { Call } from "../engine/frame";
import { at, isObject, type Json, wordOf } from "../engine/json";
import type { Context } from "./reply";

const alone = /^\{\{\s*([^{}]+?)\s*\}\}$/;
const within = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Fills `{{now}}` and its sisters. One that stands alone keeps its type: a number stays a number. */
export function fill(template: Json, call: Call, context: Context): Json {
  if (typeof template === "string") return fillText(template, call, context);
  if (Array.isArray(template)) return template.map((item) => fill(item, call, context));
  if (!isObject(template)) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, call, context)]));
}

function fillText(text: string, call: Call, context: Context): Json {
  const [, name] = alone.exec(text) ?? [];
  if (name !== undefined) return value(name, call, context) ?? text;
  return text.replace(within, (whole, inner: string) => wordOf(value(inner, call, context)) ?? whole);
}

/** Undefined for an unknown name: the text then stays as it was written. */
function value(name: string, call: Call, context: Context): Json | undefined {
  if (name === "now") return timestamp(context.now);
  if (name === "identity") return context.identity;
  if (name === "uniqueId") return call.id.shown;
  if (name === "nextTransactionId") return context.nextTransactionId();
  return name.startsWith("call.") ? at(call.payload, ...name.slice("call.".length).split(".")) : undefined;
}

/** With `Z`: several chargers take nothing else. */
export function timestamp(at: number): string {
  return new Date(at).toISOString();
}
