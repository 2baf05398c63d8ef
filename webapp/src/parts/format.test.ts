import { expect, test } from "vitest";
import { age, clock, count, counted, exactTime, latency, moment, quantity, waiting } from "./format";

const at = Date.UTC(2026, 10, 20, 12, 41, 40, 7);
const s = 1000,
  min = 60 * s,
  h = 60 * min,
  d = 24 * h;

test.each([
  [0, "0"],
  [999, "999"],
  [1281, "1\u2009281"],
  [100000, "100\u2009000"],
  [1234567, "1\u2009234\u2009567"],
])("%d reads %s", (value, text) => {
  expect(count(value)).toBe(text);
});

test("one frame is no plural", () => {
  expect([counted(0, "frame"), counted(1, "frame"), counted(2, "frame")]).toEqual(["0 frames", "1 frame", "2 frames"]);
});

test.each([
  [-5, "0 s"],
  [2 * s, "2 s"],
  [41 * s, "41 s"],
  [3 * min, "3 min"],
  [2 * h + 14 * min, "2 h 14 min"],
  [2 * h, "2 h"],
  [6 * d + 3 * h, "6 d 3 h"],
  [d, "1 d"],
])("an age of %d ms reads %s", (ms, text) => {
  expect(age(ms)).toBe(text);
});

test.each([
  [3, "3 ms"],
  [999, "999 ms"],
  [4200, "4.2 s"],
  [42 * s, "42 s"],
  [2 * min, "2 min"],
])("a latency of %d ms reads %s", (ms, text) => {
  expect(latency(ms)).toBe(text);
});

test("waiting runs in tenths from the start", () => {
  expect([waiting(300), waiting(4200), waiting(13 * s)]).toEqual(["0.3 s", "4.2 s", "13 s"]);
});

test("the log's time keeps its milliseconds", () => {
  expect(clock(at, "utc")).toBe("12:41:40.007");
});

test("a moment says its day only when it is not today", () => {
  expect(moment(at, at + h, "utc")).toBe("12:41");
  expect(moment(at - d, at, "utc")).toBe("yesterday 12:41");
  expect(moment(at - 2 * d, at, "utc")).toBe("18 Nov 12:41");
});

test("hovering a time tells UTC and the distance to the frame before", () => {
  expect(exactTime(at)).toBe("2026-11-20T12:41:40.007Z");
  expect(exactTime(at, at - 1500)).toBe("2026-11-20T12:41:40.007Z · 1.500 s after the frame before");
});

test.each([
  [7.36, "kW", "7.36\u202FkW"],
  [0.063, "kWh", "0.063\u202FkWh"],
  [10.468, "kWh", "10.47\u202FkWh"],
  [10.7, "A", "10.7\u202FA"],
  [229.4, "V", "229\u202FV"],
  [53, "%", "53\u202F%"],
  [31, "°C", "31\u202F°C"],
  [-2.5, "kW", "−2.50\u202FkW"],
  [12345, "W", "12\u2009345\u202FW"],
])("%d in %s", (value, unit, text) => {
  expect(quantity(value, unit)).toBe(text);
});

test("unknown is a dash, never 0", () => {
  expect(quantity(undefined, "kW")).toBe("–");
});
