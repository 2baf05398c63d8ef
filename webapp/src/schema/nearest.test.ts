import { expect, test } from "vitest";
import { nearest } from "./nearest";

const units = ["Wh", "kWh", "W", "kW", "Celcius", "Celsius", "Percent", "Hertz"];

test.each([
  ["percent", "Percent"],
  ["Percentage", "Percent"],
  ["wh", "Wh"],
  ["KWH", "kWh"],
  ["Hz", undefined],
  ["hertz ", "Hertz"],
  ["", undefined],
  ["x".repeat(10_000), undefined],
  ["Celzius", undefined],
])("%s", (word, meant) => {
  expect(nearest(word, units)).toBe(meant);
});

test("marks between words do not count", () => {
  expect(nearest("EV_Connected", ["EVConnected", "Available"])).toBe("EVConnected");
});
