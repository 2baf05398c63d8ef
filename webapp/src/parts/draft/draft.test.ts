import { expect, test } from "vitest";
import type { Schema } from "../../schema/json_schema";
import { markedRange, spelling, treeOf, without, withSpelling, withValue } from "./edit";
import { readDraft } from "./reading";

const text = '{\n  "connectorId": 1,\n  "limit": 16.0,\n  "note": "{{now}}"\n}';
const schema: Schema = {
  type: "object",
  properties: { connectorId: {}, purpose: {}, limit: {}, periods: { type: "array", items: { properties: {} } } },
};

test("a change leaves all else as it is spelled", () => {
  expect(withValue(text, ["connectorId"], 2, schema)).toBe(text.replace("1,", "2,"));
  expect(spelling(text, ["limit"])).toBe("16.0");
  expect(withSpelling(text, ["limit"], "6.50")).toBe(text.replace("16.0", "6.50"));
});

test("a new key stands where the standard has it, an unknown one stays", () => {
  expect(Object.keys(JSON.parse(withValue(text, ["purpose"], "x", schema)) as object)).toEqual([
    "connectorId",
    "purpose",
    "limit",
    "note",
  ]);
});

test("what is around a new value is made with it", () => {
  expect(JSON.parse(withValue("{}", ["periods", 0, "limit"], 16, schema))).toEqual({ periods: [{ limit: 16 }] });
  expect(withSpelling("{}", ["limit"], "16.0")).toBe('{\n  "limit": 16.0\n}');
});

test("taking a value away takes its key", () => {
  expect(Object.keys(JSON.parse(without(text, ["limit"])) as object)).toEqual(["connectorId", "note"]);
  expect(JSON.parse(without('{"id": [1, 2]}', ["id", 0]))).toEqual({ id: [2] });
});

test("a note stands at its value, or at the nearest thing around it", () => {
  const marked = (path: (string | number)[]) => {
    const { from, to } = markedRange(treeOf(text), path);
    return text.slice(from, to);
  };
  expect(marked(["limit"])).toBe("16.0");
  expect(marked(["note", "deeper"])).toBe('"note"');
  expect(marked(["missing"])).toBe("{");
});

test("a text that is nested too deep has no places, and breaks nothing", () => {
  expect(treeOf("[".repeat(100_000))).toBeUndefined();
});

test("a text is an object, something else, or wrong at a line", () => {
  expect(readDraft(text).kind).toBe("object");
  expect(readDraft("[]").kind).toBe("other");
  expect(readDraft('{\n  "a": 1\n  "b": 2\n}')).toMatchObject({
    kind: "wrong",
    words: "Line 2: a comma or } is missing here.",
  });
});
