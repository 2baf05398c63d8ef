import { expect, test } from "vitest";
import { moved } from "./moved";

test.each<[string, number, number | null]>([
  ["ArrowUp", 5, 4],
  ["ArrowUp", 0, 0],
  ["ArrowDown", 9, 9],
  ["PageUp", 5, 1],
  ["PageDown", 7, 9],
  ["Home", 5, 0],
  ["End", 5, 9],
  ["a", 5, null],
  ["ArrowUp", -1, 9],
])("%s at %d leads to %j", (key, at, to) => {
  expect(moved(key, at, 10, 4)).toBe(to);
});

test("an empty list leads nowhere", () => {
  expect(moved("End", -1, 0, 4)).toBeNull();
});
