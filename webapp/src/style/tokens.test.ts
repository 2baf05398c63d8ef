import { describe, expect, test } from "vitest";
import { contrast } from "./contrast";
import { badgeInk, dark, light, type Token } from "./tokens";

const inks: Token[] = [
  "text",
  "text-2",
  "text-3",
  "us",
  "cp",
  "ok",
  "warn",
  "bad",
  "json-key",
  "json-string",
  "json-number",
];
const grounds: Token[] = ["surface", "canvas", "sunken", "selected", "us-soft", "warn-soft", "bad-soft", "cp-soft"];
const schemes: [string, Record<Token, string>][] = [
  ["light", light],
  ["dark", dark],
];

describe.each(schemes)("%s", (_name, palette) => {
  test.each(inks)("%s can be read on every ground", (ink) => {
    for (const ground of grounds)
      expect(contrast(palette[ink], palette[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  test("ok can be read on its own tint", () => {
    expect(contrast(palette.ok, palette["ok-soft"])).toBeGreaterThanOrEqual(4.5);
  });

  test("white can be read on the filled button, the badge on its amber", () => {
    expect(contrast("#FFFFFF", palette["us-fill"])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(badgeInk, palette["warn-dot"])).toBeGreaterThanOrEqual(4.5);
  });

  test("edges of fields and the focus ring stand out", () => {
    for (const edge of ["control", "us-fill"] as const)
      expect(contrast(palette[edge], palette.surface), edge).toBeGreaterThanOrEqual(3);
  });
});

test("the formula agrees with the standard's extremes", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 5);
  expect(contrast("#4A4FD6", "#4A4FD6")).toBe(1);
});
