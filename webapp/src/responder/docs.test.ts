import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Json } from "../engine/json";
import { sentence } from "./describe";
import { readProfile } from "./read_profile";
import { faults, tests } from "./rule";

const docs = readFileSync(new URL("../../../docs/rules.md", import.meta.url), "utf8");
const examples = [...docs.matchAll(/```json\n(.*?)```/gs)].map(([, text = ""]) => text);

test("the example is one that is read, and reads as it says", () => {
  const read = readProfile(JSON.parse(examples[0] ?? "") as Json);
  if (!read.ok) throw new Error(JSON.stringify(read.wrong));
  expect(read.profile.rules.map(sentence).every((words) => docs.includes(`*${words}*`))).toBe(true);
});

test("the expectations are ones that are read", () => {
  const expectations = JSON.parse(`{${examples[1] ?? ""}}`) as { expect: Json };
  expect(readProfile({ format: 1, name: "n", rules: [], ...expectations }).ok).toBe(true);
});

test("every test and every fault is there", () => {
  for (const word of [...tests, ...faults]) expect(docs).toContain(`\`${word}\``);
});
