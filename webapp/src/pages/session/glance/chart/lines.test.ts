import { expect, test } from "vitest";
import { joined, lastMeasured, lineOf, nearest } from "./lines";

const minute = 60_000;
const every = (times: number[]) => ({ times: times.map((time) => time * minute), values: times });
const shown = (line: { times: readonly number[]; values: readonly (number | null)[] }) => line.values;

test("a line is broken while the charger was away", () => {
  const absences = [{ from: 2.5 * minute, until: 2.8 * minute }];
  expect(shown(lineOf(every([1, 2, 3, 4]), absences))).toEqual([1, 2, null, 3, 4]);
});

test("what was measured while it was away and told later goes on", () => {
  const absences = [{ from: 2.5 * minute, until: 9 * minute }];
  expect(shown(lineOf(every([2, 3, 4, 5, 6, 7, 8, 9, 10]), absences))).not.toContain(null);
});

test("a line is broken where nothing was measured for much longer than usual, and at its end", () => {
  expect(shown(lineOf(every([1, 2, 3, 20, 21]), [], 60 * minute))).toEqual([1, 2, 3, null, 20, 21, null]);
  // Every quarter of an hour is usual for values aligned with the clock.
  expect(shown(lineOf(every([0, 15, 30, 45]), [], 50 * minute))).toEqual([0, 15, 30, 45]);
});

test("a line is broken where a transaction begins, and ends with the last", () => {
  const turns = { starts: [0.5 * minute, 3.5 * minute], over: false };
  expect(shown(lineOf(every([1, 2, 3, 4, 5]), [], 6 * minute, turns))).toEqual([1, 2, 3, null, 4, 5]);
  expect(shown(lineOf(every([1, 2, 3, 4, 5]), [], 6 * minute, { ...turns, over: true }))).toEqual([
    ...[1, 2, 3, null, 4, 5, null],
  ]);
});

test("lines on one axis: a hole in one is no break, a break stays one", () => {
  const data = joined([
    { times: [1, 3, 4, 9], values: [10, 30, null, 90] },
    { times: [2, 3], values: [5, 6] },
  ]);
  expect(data.times).toEqual([1, 2, 3, 4, 9]);
  expect(data.columns).toEqual([
    [10, undefined, 30, null, 90],
    [undefined, 5, 6, undefined, undefined],
  ]);
  const [first = [], second = []] = data.columns;
  expect([lastMeasured(first, 1), lastMeasured(first, 3), lastMeasured(second, 0)]).toEqual([0, 3, 0]);
});

test("a break lasts until the line goes on, also across another line's points", () => {
  const data = joined([
    { times: [1, 2, 9], values: [10, null, 90] },
    { times: [4, 5], values: [5, 6] },
  ]);
  expect(data.columns[0]).toEqual([10, null, null, null, 90]);
});

test("the nearest time", () => {
  expect([nearest([1, 5, 9], 0), nearest([1, 5, 9], 6), nearest([1, 5, 9], 8), nearest([1, 5, 9], 99)]).toEqual([
    0, 1, 2, 2,
  ]);
});
