import { Ajv } from "ajv";
import { expect, test } from "vitest";
import vectors from "../../../tests/vectors/rules.json";
import type { Json } from "../engine/json";
import { readProfile } from "./read_profile";
import { readyMade } from "./ready_made";
import schema from "./rules.schema.json";

const fits = new Ajv({ allErrors: true, strictTypes: false }).compile<Json>(schema);

const fine = vectors.map(({ name, rules }) => [name, { format: 1, name, rules }] as const);
const sets = readyMade().map(({ profile }) => [profile.name, profile as unknown as Json] as const);

test.each([...fine, ...sets])("the schema and the reader take: %s", (_name, profile) => {
  expect([fits(profile), readProfile(profile).ok]).toEqual([true, true]);
});

const rule = { name: "n", answer: { mode: "always", reply: { kind: "silence" } } };
const reply = (json: Json): Json => ({ name: "n", answer: { mode: "always", reply: json } });

test.each<[string, Json]>([
  ["a format that is not there yet", { format: 2, name: "n", rules: [] }],
  ["no name", { format: 1, rules: [] }],
  ["a key nobody knows", { format: 1, name: "n", rules: [], extra: 1 }],
  ["a reply nobody knows", { format: 1, name: "n", rules: [reply({ kind: "shout" })] }],
  ["a delay for a call that waits for a person", { format: 1, name: "n", rules: [reply({ kind: "ask", delay: 1 })] }],
  ["a fault of silence", { format: 1, name: "n", rules: [reply({ kind: "silence", fault: "twice" })] }],
  ["a close code of nobody", { format: 1, name: "n", rules: [reply({ kind: "close", code: 1006 })] }],
  [
    "a path without $",
    { format: 1, name: "n", rules: [{ ...rule, when: { conditions: [{ path: "a", test: "exists" }] } }] },
  ],
  ["a plan without steps", { format: 1, name: "n", rules: [{ name: "n", answer: { mode: "sequence", steps: [] } }] }],
  ["an expectation without time", { format: 1, name: "n", rules: [], expect: [{ action: "Heartbeat" }] }],
])("the schema and the reader refuse: %s", (_name, profile) => {
  expect([fits(profile), readProfile(profile).ok]).toEqual([false, false]);
});
