import { describe, expect, test } from "vitest";
import vectors from "../../../tests/vectors/frames.json";
import { binaryFrame, callText, errorText, type Frame, parseFrame, resultText } from "./frame";

describe("shared vectors", () => {
  test.each(vectors.frames.map((vector) => ({ ...vector })))("$name", ({ name, text, base64, id, echo, ...rest }) => {
    expect(name).not.toBe("");
    const uniqueId = id === undefined ? {} : { id: { shown: id, json: echo } };
    expect(text === undefined ? binaryFrame(base64) : parseFrame(text)).toEqual({ ...uniqueId, ...rest });
  });
});

test("no text makes it throw", () => {
  const nested = "[".repeat(200_000);
  expect(parseFrame(nested)).toEqual({ kind: "malformed", words: "Not JSON: it ends after 200000 bytes" });
  const long = "x".repeat(1_000_000);
  expect(parseFrame(`[2,"${long}","A",{}]`)).toMatchObject({ kind: "call", action: "A" });
  expect(parseFrame(`[2,"${long}`)).toEqual({ kind: "malformed", words: "Not JSON: it ends after 1000004 bytes" });
  expect(parseFrame('[2,"a","A",{"__proto__":1}]')).toMatchObject({ kind: "call" });
});

test("every beginning of a frame is understood as cut off", () => {
  const text = '[2,"a\\u00e9é😀","Authorize",{"idTag":"04","list":[1.5e3,true,null,{"x":[]}]}]';
  const beginnings = Array.from(text, (_, index) => text.slice(0, index)).slice(1);
  for (const beginning of beginnings) {
    expect((parseFrame(beginning) as Extract<Frame, { kind: "malformed" }>).words).toMatch(/^Not JSON: it ends after/);
  }
});

test("an answer echoes the unique id as it came", () => {
  const call = parseFrame('[2, 007e1 ,"Heartbeat",{}]');
  expect(call.kind).toBe("malformed");
  const odd = parseFrame('[2, 7e1 ,"Heartbeat",{}]');
  if (odd.kind !== "call") throw new Error(odd.kind);
  expect(resultText(odd.id, {})).toBe("[3,7e1,{}]");
  expect(errorText(odd.id, "InternalError", "", {})).toBe('[4,7e1,"InternalError","",{}]');
  expect(callText("r-1", "Reset", { type: "Soft" })).toBe('[2,"r-1","Reset",{"type":"Soft"}]');
});
