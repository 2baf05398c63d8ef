import { expect, test } from "vitest";
import { sendWords } from "../../../words/commands";
import { isBroken, maySend, readyToSend } from "./draft";

const call = (text: string) => readyToSend({ kind: "call", action: "Reset", text });

test("JSON becomes a call", () => {
  expect(call('{ "type": "Soft" }')).toEqual({
    kind: "ready",
    draft: { kind: "call", action: "Reset", payload: { type: "Soft" }, spelled: '{"type":"Soft"}' },
  });
});

test("wrong JSON is refused before it leaves, with its line", () => {
  expect(call('{\n  "a": 1,\n  "b": {\n    "c": 2\n  "d": 3\n}')).toEqual({
    kind: "wrong",
    words: "Line 4: a comma or } is missing here.",
  });
  expect(call("")).toEqual({ kind: "wrong", words: "Line 1: a value is missing here." });
});

test("raw text is sent as it stands, whatever it is", () => {
  expect(readyToSend({ kind: "raw", action: "", text: "[2,oops" })).toEqual({
    kind: "ready",
    draft: { kind: "raw", text: "[2,oops" },
  });
});

test("the send row says what will happen", () => {
  expect(sendWords(null, "CP1")).toBe("Goes out at once.");
  expect(sendWords({ kind: "turn", ahead: 2 }, "CP1")).toBe("Waits its turn: 2 commands are ahead.");
  expect(sendWords({ kind: "absent" }, "CP1")).toBe("CP1 is not connected. You can prepare commands.");
  expect(sendWords({ kind: "absent" }, "CP1", true, true)).toBe("CP1 is not connected; it goes out when it comes.");
  expect(maySend({ kind: "absent" })).toEqual({ send: false, anyway: false });
  expect(maySend({ kind: "absent" }, true)).toEqual({ send: true, anyway: false });
  expect(maySend({ kind: "boot", boot: "pending" })).toEqual({ send: true, anyway: true });
  expect(maySend({ kind: "watching" })).toEqual({ send: false, anyway: false });
});

test("a raw frame that is no JSON is named so", () => {
  expect(isBroken({ kind: "raw", action: "", text: "[2,oops" })).toBe(true);
  expect(isBroken({ kind: "raw", action: "", text: '[3,"x",{}]' })).toBe(false);
  expect(isBroken({ kind: "any", action: "Fancy", text: "oops" })).toBe(false);
});
