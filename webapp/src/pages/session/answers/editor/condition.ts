import { type Json, numberOf, parseJson } from "../../../../engine/json";
import { never } from "../../../../engine/never";
import { readExpression } from "../../../../responder/expression";
import { parsePath, pathAdvice } from "../../../../responder/json_path";
import type { Condition, Test } from "../../../../responder/rule";

/** The same condition with another test; what was typed is kept where it still fits. */
export function otherTest(condition: Condition, test: Test): Condition {
  const { path } = condition;
  const value: Json = "value" in condition ? condition.value : "";
  switch (test) {
    case "is":
    case "is not":
      return { path, test, value: Array.isArray(value) ? (value[0] ?? "") : value };
    case "matches":
      return { path, test, value: Array.isArray(value) ? value.map(wordOfJson).join("|") : wordOfJson(value) };
    case "is one of":
    case "is not one of":
      return { path, test, value: Array.isArray(value) ? value : value === "" ? [] : [value] };
    case ">":
    case "<":
      return { path, test, value: numberOf(value) ?? 0 };
    case "exists":
    case "does not exist":
      return { path, test };
    default:
      return never(test);
  }
}

/** A value as people type it: text without quotes, everything else as JSON. */
export function wordOfJson(value: Json): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return isPlain(value) ? value : JSON.stringify(value);
}

export function jsonOfWord(word: string): Json {
  const parsed = isPlain(word) ? null : parseJson(word);
  return parsed?.ok === true ? parsed.value : word;
}

/** Text that reads as text, and not as a number, a list or the like. */
function isPlain(text: string): boolean {
  return !parseJson(text).ok;
}

export interface ConditionFault {
  of: "path" | "value";
  words: string;
}

/** Why this condition can hold for nothing. */
export function conditionFault(condition: Condition): ConditionFault | null {
  if (parsePath(condition.path) === undefined) return { of: "path", words: pathAdvice };
  if (condition.test !== "matches") return null;
  const expression = readExpression(condition.value);
  return expression.ok ? null : { of: "value", words: expression.words };
}
