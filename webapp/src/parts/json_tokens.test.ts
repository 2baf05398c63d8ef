import { expect, test } from "vitest";
import { elementsOf, jsonPieces, prettyJson } from "./json_tokens";

test("pieces put together are the text, whatever it is", () => {
  for (const text of [
    '{"a": [1, -2.5e3, true, null, "x\\"y"]}',
    '[2,"a","Heart',
    "no json at all — ü",
    '{"open: 1',
    "",
  ]) {
    expect(
      jsonPieces(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  }
});

test("names, texts, numbers and words have their own ink", () => {
  expect(jsonPieces('{"a":"b","c":1,"d":null}').map(({ ink, text }) => `${ink} ${text}`)).toEqual([
    "mark {",
    'key "a"',
    "mark :",
    'string "b"',
    "mark ,",
    'key "c"',
    "mark :",
    "number 1",
    "mark ,",
    'key "d"',
    "mark :",
    "word null",
    "mark }",
  ]);
});

test("small objects stay on a line, and no number changes its spelling", () => {
  expect(prettyJson('{"connectorId":1,"limit":16.0,"values":[{"value":"7360","unit":"W"}],"none":{},"list":[]}')).toBe(
    [
      "{",
      '  "connectorId": 1,',
      '  "limit": 16.0,',
      '  "values": [{ "value": "7360", "unit": "W" }],',
      '  "none": {},',
      '  "list": []',
      "}",
    ].join("\n"),
  );
});

test("an empty object is itself", () => {
  expect(prettyJson("{}")).toBe("{}");
});

test("a frame's elements keep their spelling", () => {
  expect(elementsOf('[2, "a,b", "Reset", {"x":[1, 2.0]} ]')).toEqual(["2", '"a,b"', '"Reset"', '{"x":[1, 2.0]}']);
  expect(elementsOf("{}")).toBeNull();
});

test("what is deeper than anybody reads, or longer, stays as it came", () => {
  const deep = "[".repeat(5000) + "]".repeat(5000);
  expect(prettyJson(deep)).toBe(deep);
});
