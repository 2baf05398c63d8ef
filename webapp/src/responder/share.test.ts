import { deflateSync } from "fflate";
import { expect, test } from "vitest";
import { sentence } from "./describe";
import { freeName } from "./profile_name";
import { readProfile } from "./read_profile";
import { readyMade } from "./ready_made";
import type { Profile } from "./rule";
import { fromText, pack, toFile, unpack } from "./share";

const sets = readyMade().map(({ words, profile }) => [profile.name, profile, words] as const);

function packed(profile: Profile): string {
  const result = pack(profile);
  if (!result.ok) throw new Error(result.words);
  return result.packed;
}

test.each(sets)("%s can be read, described, shared and saved", (_name, profile, words) => {
  expect(readProfile(JSON.parse(toFile(profile)) as never)).toEqual({ ok: true, profile });
  expect(unpack(packed(profile))).toEqual({ ok: true, profile });
  expect(fromText(toFile(profile))).toEqual({ ok: true, profile });
  expect(words).toMatch(/^[A-Z].*\.$/);
  for (const rule of profile.rules) expect(sentence(rule)).toMatch(/^When .+ arrives/);
});

test("no two sets and no two rules of a set have the same name", () => {
  expect(new Set(sets.map(([name]) => name)).size).toBe(sets.length);
  for (const [, { rules }] of sets) expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

test("a link says plainly when rules are too large for it", () => {
  const [, profile] = sets[0] ?? [];
  if (profile === undefined) throw new Error("no sets");
  const noise = Array.from({ length: 20_000 }, (_, index) => (index * 7919).toString(36)).join("");
  const rules = profile.rules.map((rule) => ({
    ...rule,
    answer: { mode: "always", reply: { kind: "raw", text: noise } } as const,
  }));
  expect(pack({ ...profile, rules })).toMatchObject({ ok: false, words: expect.stringMatching(/too large/) as string });
});

test.each([
  ["", /damaged/],
  ["%%%", /damaged/],
  ["AAAA", /damaged/],
  [packed(readyMade()[0]?.profile as Profile).slice(0, 40), /damaged/],
  [link("nonsense"), /not JSON: line 1/],
  [link("[]"), /These are no rules/],
  [link('{"format":99}'), /format 99; this version reads up to 1/],
  [link('{"format":1,"name":"x","rules":[],"evil":1}'), /Nothing is called “evil” here/],
  [link(" ".repeat(2 << 20)), /more than rules can be/],
])("a link that is no rules is refused: %s", (text, words) => {
  const read = unpack(text);
  expect(read.ok ? "" : read.wrong.map((wrong) => wrong.words).join(" ")).toMatch(words);
});

function link(text: string): string {
  return Buffer.from(deflateSync(new TextEncoder().encode(text))).toString("base64url");
}

test("a name that is taken gets a number", () => {
  expect(freeName("Boot twice", [])).toBe("Boot twice");
  expect(freeName("Boot twice", ["Boot twice"])).toBe("Boot twice (2)");
  expect(freeName("Boot twice (2)", ["Boot twice", "Boot twice (2)"])).toBe("Boot twice (3)");
});
