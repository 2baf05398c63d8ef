import { expect, test } from "vitest";
import { conditionFault, jsonOfWord, otherTest, wordOfJson } from "./condition";

test.each([
  ["Voltaire", "Voltaire"],
  ["7", 7],
  ["true", true],
  ['"7"', "7"],
  ["[1, 2", "[1, 2"],
  ["", ""],
])("%s is typed for %j", (word, value) => {
  expect(jsonOfWord(word)).toBe(value);
  expect(jsonOfWord(wordOfJson(value))).toBe(value);
});

test("another test keeps what was typed where it fits", () => {
  const is = { path: "$.a", test: "is" as const, value: "7" };
  expect(otherTest(is, "is one of")).toEqual({ path: "$.a", test: "is one of", value: ["7"] });
  expect(otherTest(is, ">")).toEqual({ path: "$.a", test: ">", value: 7 });
  expect(otherTest(is, "exists")).toEqual({ path: "$.a", test: "exists" });
  expect(otherTest({ path: "$.a", test: "is one of", value: ["x", "y"] }, "matches")).toMatchObject({ value: "x|y" });
});

test("what can hold for nothing is told", () => {
  expect(conditionFault({ path: "$.a", test: "exists" })).toBeNull();
  expect(conditionFault({ path: "a", test: "exists" })?.of).toBe("path");
  expect(conditionFault({ path: "$.a", test: "matches", value: "(" })?.of).toBe("value");
});
