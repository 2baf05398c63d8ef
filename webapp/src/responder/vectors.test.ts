import { readFileSync } from "node:fs";
import { describe as group, expect, test } from "vitest";
import { parseFrame } from "../engine/frame";
import type { Json } from "../engine/json";
import { Conversation } from "../engine/testing/conversation";
import { sentence } from "./describe";
import { Dice, seedState } from "./dice";
import { readProfile } from "./read_profile";
import { RulesInUse } from "./rules_in_use";
import { compileTemplate } from "./template";
import { templateNotes } from "./template_notes";

interface RulesVector {
  name: string;
  seed?: string;
  rules: Json[];
  sentences: string[];
  conversation: { cp?: string; wait?: number; opened?: string; cs?: string[]; by?: string }[];
}

interface TemplatesVector {
  now: string;
  identity: string;
  call: string;
  nextTransactionId: number;
  seed: string;
  filled: [Json, Json][];
  notes: [Json, string, number, number, string][];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), "utf8"));

group("rules", () => {
  test.each((read("rules") as RulesVector[]).map((vector) => [vector.name, vector] as const))("%s", (name, vector) => {
    const profile = readProfile({ format: 1, name, rules: vector.rules });
    if (!profile.ok) throw new Error(JSON.stringify(profile.wrong));
    expect(profile.profile.rules.map((rule) => sentence(rule).replaceAll("\u202f", " "))).toEqual(vector.sentences);
    const rules = new RulesInUse(0);
    rules.profile = profile.profile;
    if (vector.seed !== undefined) rules.reseed(vector.seed);
    const conversation = new Conversation(rules);
    for (const line of vector.conversation) {
      if (line.opened !== undefined) conversation.open(line.opened);
      const said = line.cp === undefined ? conversation.wait((line.wait ?? 0) * 1000) : conversation.call(line.cp);
      expect(said.map(({ words }) => words)).toEqual(line.cs ?? []);
      if (line.by !== undefined) expect(said.map(({ by }) => by)).toContain(line.by);
    }
  });
});

group("templates", () => {
  const vector = read("templates") as TemplatesVector;
  const call = parseFrame(vector.call);
  if (call.kind !== "call") throw new Error(call.kind);
  const { identity, nextTransactionId } = vector;
  const context = { identity, now: Date.parse(vector.now), nextTransactionId: () => nextTransactionId };

  test.each(vector.filled)("%j is filled", (template, filled) => {
    const dice = new Dice(seedState(vector.seed) ?? 0);
    expect(compileTemplate(template)({ call, context, dice })).toEqual(filled);
  });

  test.each(vector.notes)("%j is wrong", (template, path, from, to, words) => {
    expect(templateNotes(template)).toEqual([{ path, from, to, words }]);
  });
});
