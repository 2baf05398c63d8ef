import { expect, test } from "vitest";
import type { Json } from "../engine/json";
import { Dice, seedFrom, seedState } from "./dice";
import { readExpression } from "./expression";
import { globMatches } from "./glob";
import { parsePath } from "./json_path";
import { migrate } from "./migrations";
import { readProfile } from "./read_profile";

function wrong(rule: Json): string[] {
  const read = readProfile({ format: 1, name: "x", rules: [rule] });
  return read.ok ? [] : read.wrong.map(({ path, words }) => `${path}: ${words}`);
}

const fine = { mode: "always", reply: { kind: "silence" } };

test.each<[Json, string]>([
  [{ when: {}, answer: fine }, "$.rules[0].name: This is missing."],
  [{ name: "", answer: fine }, "$.rules[0].name: This must not be empty."],
  [{ name: "n", on: 1, answer: fine }, "$.rules[0].on: This must be true or false."],
  [{ name: "n" }, "$.rules[0].answer: This is missing."],
  [{ name: "n", answer: { mode: "sequence", steps: [] } }, "$.rules[0].answer.steps: There must be one at least."],
  [
    { name: "n", answer: { mode: "random", choices: [{ weight: 0, reply: { kind: "cut" } }] } },
    "$.rules[0].answer.choices: One weight at least must be above 0.",
  ],
  [{ name: "n", when: { nth: 0.5 }, answer: fine }, "$.rules[0].when.nth: This must be a whole number."],
  [
    { name: "n", when: { conditions: [{ path: "idTag", test: "exists" }] }, answer: fine },
    "$.rules[0].when.conditions[0].path: A path begins with $ and names the way: $.idTag, $.meterValue[0].sampledValue[*].value.",
  ],
  [
    { name: "n", when: { conditions: [{ path: "$.a", test: "is" }] }, answer: fine },
    "$.rules[0].when.conditions[0].value: This is missing.",
  ],
  [
    { name: "n", answer: { mode: "always", reply: { kind: "close", code: 1005 } } },
    "$.rules[0].answer.reply.code: A connection is closed with 1000, 1001 or a code from 3000 to 4999.",
  ],
  [
    { name: "n", answer: { mode: "always", reply: { kind: "ask", delay: { kind: "fixed", ms: 1 } } } },
    "$.rules[0].answer.reply.delay: Nothing is called “delay” here. Known: kind.",
  ],
  [
    { name: "n", answer: { mode: "always", reply: { kind: "cut", delay: { kind: "range", fromMs: 2, toMs: 1 } } } },
    "$.rules[0].answer.reply.delay.toMs: This must not be smaller than fromMs.",
  ],
])("%j is refused with a sentence", (rule, sentence) => {
  expect(wrong(rule)).toContain(sentence);
});

test("an expression that cannot be read says so", () => {
  expect(readExpression("(").ok).toBe(false);
  expect(readExpression("(?=x)").ok).toBe(false);
  expect(readExpression("a".repeat(501)).ok).toBe(false);
});

test("no expression keeps the page busy", () => {
  const text = `${"a".repeat(50_000)}!`;
  const begin = performance.now();
  for (const evil of ["(a+)+$", "(a|aa)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$"]) {
    const expression = readExpression(evil);
    expect(expression.ok && expression.finds(text)).toBe(false);
  }
  expect(performance.now() - begin).toBeLessThan(5000);
});

test("no glob does, either", () => {
  expect(globMatches("*a".repeat(100) + "b", "a".repeat(10_000))).toBe(false);
  expect(globMatches("LAB-*", "LAB-2X")).toBe(true);
  expect(globMatches("*", "")).toBe(true);
  expect(globMatches("CP?", "CP10")).toBe(false);
  expect(globMatches("*-1*", "CP-2-12")).toBe(true);
});

test("paths", () => {
  expect(parsePath("$")).toEqual([]);
  expect(parsePath("$.a[0]['b c'][*]")).toEqual(["a", 0, "b c", null]);
  for (const none of ["", "a", "$a", "$.", "$.a b", "$[x]", "$..a"]) expect(parsePath(none)).toBeUndefined();
});

test("each migration takes a file one format further", () => {
  const steps = [
    (profile: object) => ({ ...profile, format: 2, two: true }),
    (profile: object) => ({ ...profile, format: 3, three: true }),
  ];
  expect(migrate({ format: 1 }, 3, steps)).toEqual({ ok: true, json: { format: 3, two: true, three: true } });
  expect(migrate({ format: 2 }, 3, steps)).toEqual({ ok: true, json: { format: 3, three: true } });
  expect(migrate({ format: 4 }, 3, steps).ok).toBe(false);
  expect(migrate({}, 3, steps).ok).toBe(false);
});

test("the same seed, the same numbers", () => {
  const draw = (seed: string): number[] => {
    const dice = new Dice(seedState(seed) ?? 0);
    return Array.from({ length: 5 }, () => dice.whole(1, 100));
  };
  expect(draw("4f2a91")).toEqual(draw("4F2A91"));
  expect(draw("4f2a91")).not.toEqual(draw("4f2a92"));
  expect(draw("4f2a91")).toMatchInlineSnapshot(`
    [
      61,
      71,
      65,
      12,
      13,
    ]
  `);
  expect([seedFrom(0), seedFrom(0.5), seedFrom(1)]).toEqual(["000000", "800000", "ffffff"]);
  expect(seedState("xyz")).toBeUndefined();
});

test("numbers are spread evenly, and weights are kept", () => {
  const dice = new Dice(1);
  const hits = [0, 0, 0];
  for (let count = 0; count < 10_000; count += 1) {
    const index = dice.weighted([3, 0, 1]);
    hits[index] = (hits[index] ?? 0) + 1;
  }
  expect(hits[0]).toBeGreaterThan(7300);
  expect(hits[0]).toBeLessThan(7700);
  expect(hits[1]).toBe(0);
});
