import type { Json, JsonObject } from "../engine/json";
import { migrate } from "./migrations";
import { Reader, type Wrong } from "./reader";
import { readReply } from "./read_reply";
import { readWhen } from "./read_when";
import type { Default, Expectation, Plan, Profile, Rule } from "./rule";

export type ReadProfile = { ok: true; profile: Profile } | { ok: false; wrong: Wrong[] };

/** The format this version writes. */
export const format = 1;

export const mostRules = 200;
const mostSteps = 100;

/** Reads rules from a file, a link or storage, of this or an older format. Nothing is taken over that is not understood. */
export function readProfile(json: Json): ReadProfile {
  const migrated = migrate(json, format);
  if (!migrated.ok) return { ok: false, wrong: [{ path: "$.format", words: migrated.words }] };
  const reader = new Reader();
  const profile = profileOf(reader, migrated.json);
  return reader.wrong.length === 0 ? { ok: true, profile } : { ok: false, wrong: reader.wrong };
}

function profileOf(reader: Reader, json: Json): Profile {
  const { name, rules, defaults, expect } = reader.object(json, "$", [
    "$schema",
    "format",
    "name",
    "rules",
    "defaults",
    "expect",
  ]);
  return {
    format,
    name: reader.text(name, "$.name", 100, 1),
    rules: withIds(
      reader,
      reader.list(rules, "$.rules", mostRules, (item, path) => readRule(reader, item, path)),
    ),
    defaults: reader.list(defaults ?? [], "$.defaults", 200, (item, path) => readDefault(reader, item, path)),
    expect: reader.list(expect ?? [], "$.expect", 100, (item, path) => readExpectation(reader, item, path)),
  };
}

/** A rule that was written by hand need not have an id: it gets its number. */
function withIds(reader: Reader, rules: Rule[]): Rule[] {
  const seen = new Set<string>();
  return rules.map((rule, index) => {
    const id = rule.id === "" ? `rule-${index + 1}` : rule.id;
    if (seen.has(id)) reader.fail(`$.rules[${index}].id`, `Two rules have the id “${id}”.`);
    seen.add(id);
    return { ...rule, id };
  });
}

function readRule(reader: Reader, json: Json, path: string): Rule {
  const { id, name, on, when, answer } = reader.object(json, path, ["id", "name", "on", "when", "answer"]);
  return {
    id: id === undefined ? "" : reader.text(id, `${path}.id`, 60, 1),
    name: reader.text(name, `${path}.name`, 100, 1),
    on: on === undefined || reader.truth(on, `${path}.on`),
    when: readWhen(reader, when ?? {}, `${path}.when`),
    answer: readPlan(reader, answer, `${path}.answer`),
  };
}

function readPlan(reader: Reader, json: Json | undefined, path: string): Plan {
  const plan = reader.object(json, path, ["mode", "reply", "steps", "then", "choices"]);
  switch (reader.choice(plan["mode"], `${path}.mode`, ["always", "sequence", "random"])) {
    case "always":
      reader.object(plan, path, ["mode", "reply"]);
      return { mode: "always", reply: readReply(reader, plan["reply"], `${path}.reply`) };
    case "sequence":
      reader.object(plan, path, ["mode", "steps", "then"]);
      return {
        mode: "sequence",
        steps: atLeastOne(reader, plan, path, "steps", (step, at) => ({
          times: step["times"] === undefined ? 1 : reader.whole(step["times"], `${at}.times`, 1, 1_000_000),
          reply: readReply(reader, step["reply"], `${at}.reply`),
        })),
        then:
          plan["then"] === undefined
            ? "repeat last"
            : reader.choice(plan["then"], `${path}.then`, ["repeat last", "loop"]),
      };
    case "random":
      reader.object(plan, path, ["mode", "choices"]);
      return { mode: "random", choices: weighed(reader, plan, path) };
  }
}

function weighed(reader: Reader, plan: JsonObject, path: string): Extract<Plan, { mode: "random" }>["choices"] {
  const choices = atLeastOne(reader, plan, path, "choices", (choice, at) => ({
    weight: choice["weight"] === undefined ? 1 : reader.number(choice["weight"], `${at}.weight`, 0, 1_000_000),
    reply: readReply(reader, choice["reply"], `${at}.reply`),
  }));
  if (choices.every(({ weight }) => weight === 0))
    reader.fail(`${path}.choices`, "One weight at least must be above 0.");
  return choices;
}

function atLeastOne<T>(
  reader: Reader,
  plan: JsonObject,
  path: string,
  key: "steps" | "choices",
  read: (item: JsonObject, path: string) => T,
): T[] {
  const known = key === "steps" ? ["times", "reply"] : ["weight", "reply"];
  const items = reader.list(plan[key], `${path}.${key}`, mostSteps, (item, at) =>
    read(reader.object(item, at, known), at),
  );
  if (items.length === 0) reader.fail(`${path}.${key}`, "There must be one at least.");
  return items;
}

function readDefault(reader: Reader, json: Json, path: string): Default {
  const { version, action, reply } = reader.object(json, path, ["version", "action", "reply"]);
  return {
    version: reader.text(version, `${path}.version`, 40, 1),
    action: reader.text(action, `${path}.action`, 100, 1),
    reply: readReply(reader, reply, `${path}.reply`),
  };
}

function readExpectation(reader: Reader, json: Json, path: string): Expectation {
  const { action, times, withinSeconds } = reader.object(json, path, ["action", "times", "withinSeconds"]);
  return {
    action: reader.text(action, `${path}.action`, 100, 1),
    times: times === undefined ? 1 : reader.whole(times, `${path}.times`, 1, 1_000_000),
    withinSeconds: reader.number(withinSeconds, `${path}.withinSeconds`, 0.1, 31_536_000),
  };
}
