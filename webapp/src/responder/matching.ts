import type { Call } from "../engine/frame";
import { type Json, numberOf, wordOf } from "../engine/json";
import { never } from "../engine/never";
import { readExpression } from "./expression";
import { compileGlob } from "./glob";
import { holdsAt, parsePath } from "./json_path";
import type { Context } from "./reply";
import type { Condition, When } from "./rule";

/** What a match may depend on besides the call. */
export type Circumstances = Pick<Context, "identity" | "version" | "nth" | "booted">;

export type Matcher = (call: Pick<Call, "action" | "payload">, circumstances: Circumstances) => boolean;

/** Reads the paths and expressions of a rule once; matching then is quick. */
export function compileWhen({ action, version, identity, conditions, nth, booted }: When): Matcher {
  const holds = conditions.map(compileCondition);
  const [speaks, isFrom] = [compileGlob(version ?? "*"), compileGlob(identity ?? "*")];
  return (call, circumstances) =>
    (action === undefined || action === call.action) &&
    (nth === undefined || nth === circumstances.nth) &&
    (booted === undefined || booted === circumstances.booted) &&
    speaks(circumstances.version) &&
    isFrom(circumstances.identity) &&
    holds.every((condition) => condition(call.payload));
}

/** A path or an expression that cannot be read holds for nothing. */
export function compileCondition(condition: Condition): (payload: Json) => boolean {
  const steps = parsePath(condition.path);
  if (steps === undefined) return () => false;
  const some = (holds: (value: Json) => boolean) => (payload: Json) => holdsAt(payload, steps, holds);
  const none = (holds: (value: Json) => boolean) => (payload: Json) => !holdsAt(payload, steps, holds);
  switch (condition.test) {
    case "is":
      return some(oneOf([condition.value]));
    case "is not":
      return none(oneOf([condition.value]));
    case "is one of":
      return some(oneOf(condition.value));
    case "is not one of":
      return none(oneOf(condition.value));
    case "matches": {
      const expression = readExpression(condition.value);
      return expression.ok ? some((value) => expression.finds(textOf(value))) : () => false;
    }
    case "exists":
      return some(() => true);
    case "does not exist":
      return none(() => true);
    case ">":
      return some((value) => (numberOf(value) ?? NaN) > condition.value);
    case "<":
      return some((value) => (numberOf(value) ?? NaN) < condition.value);
    default:
      return never(condition);
  }
}

/** Charge points send numbers as text and the reverse, so a scalar is compared as people read it. */
function oneOf(wanted: readonly Json[]): (value: Json) => boolean {
  const words = new Set(wanted.map(spelt));
  return (value) => words.has(spelt(value));
}

/** Lists and objects begin with a character of their own, so that none is taken for a word. */
function spelt(value: Json): string {
  return wordOf(value) ?? `\0${JSON.stringify(sorted(value))}`;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [key, sorted(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function textOf(value: Json): string {
  return wordOf(value) ?? JSON.stringify(value);
}
