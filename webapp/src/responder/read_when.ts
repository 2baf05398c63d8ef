import type { Json, JsonObject } from "../engine/json";
import { readExpression } from "./expression";
import { parsePath, pathAdvice } from "./json_path";
import type { Reader } from "./reader";
import { type Condition, tests, type When } from "./rule";

const keys = ["action", "version", "identity", "booted", "conditions", "nth"];

export function readWhen(reader: Reader, json: Json, path: string): When {
  const { action, version, identity, booted, conditions, nth } = reader.object(json, path, keys);
  return {
    ...(action === undefined ? {} : { action: reader.text(action, `${path}.action`, 100, 1) }),
    ...(version === undefined ? {} : { version: reader.text(version, `${path}.version`, 40, 1) }),
    ...(identity === undefined ? {} : { identity: reader.text(identity, `${path}.identity`, 255, 1) }),
    ...(booted === undefined ? {} : { booted: reader.truth(booted, `${path}.booted`) }),
    ...(nth === undefined ? {} : { nth: reader.whole(nth, `${path}.nth`, 1, 1_000_000_000) }),
    conditions: reader.list(conditions ?? [], `${path}.conditions`, 50, (item, at) => readCondition(reader, item, at)),
  };
}

function readCondition(reader: Reader, json: Json, at: string): Condition {
  const condition = reader.object(json, at, ["path", "test", "value"]);
  const path = reader.text(condition["path"], `${at}.path`, 500, 1);
  if (path !== "" && parsePath(path) === undefined) reader.fail(`${at}.path`, pathAdvice);
  const test = reader.choice(condition["test"], `${at}.test`, tests);
  switch (test) {
    case "is":
    case "is not":
      return { path, test, value: required(reader, condition, at) };
    case "matches":
      return { path, test, value: readPattern(reader, condition["value"], `${at}.value`) };
    case "is one of":
    case "is not one of":
      return { path, test, value: reader.list(condition["value"], `${at}.value`, 1000, (item) => item) };
    case "exists":
    case "does not exist":
      reader.object(condition, at, ["path", "test"]);
      return { path, test };
    case ">":
    case "<":
      return { path, test, value: reader.number(condition["value"], `${at}.value`) };
  }
}

function required(reader: Reader, condition: JsonObject, at: string): Json {
  if (condition["value"] === undefined) reader.fail(`${at}.value`, "This is missing.");
  return condition["value"] ?? null;
}

function readPattern(reader: Reader, json: Json | undefined, at: string): string {
  const source = reader.text(json, at, 500);
  const expression = readExpression(source);
  if (!expression.ok) reader.fail(at, expression.words);
  return source;
}
