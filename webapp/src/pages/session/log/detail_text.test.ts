import { expect, test } from "vitest";
import { payloadText, sizeOf } from "./detail_text";

test("the payload keeps the spelling of its frame", () => {
  expect(payloadText({ type: "call", text: '[2, "u", "A", {"limit": 16.0}]' })).toBe('{"limit": 16.0}');
  expect(payloadText({ type: "result", text: '[3,"u",{}]' })).toBe("{}");
  expect(payloadText({ type: "error", text: '[4,"u","NotImplemented","Unknown action",{}]' })).toBe(
    '["NotImplemented","Unknown action",{}]',
  );
});

test("what is no frame is shown as it came", () => {
  expect(payloadText({ type: "malformed", text: '[2,"8f2e' })).toBe('[2,"8f2e');
});

test("bytes are counted, not letters", () => {
  expect(sizeOf({ text: "ü€", base64: null })).toBe(5);
  expect(sizeOf({ text: null, base64: "AAEC" })).toBe(3);
});
