import { expect, test } from "vitest";
import { draftOf, writingOf } from "./resend";

test("a call comes back as it was spelled", () => {
  const text = '[2,"r-1","SetChargingProfile",{"connectorId":1,"limit":16.0}]';
  expect(writingOf(text)).toEqual({
    kind: "call",
    action: "SetChargingProfile",
    text: '{\n  "connectorId": 1,\n  "limit": 16.0\n}',
  });
  expect(draftOf(text)).toMatchObject({ kind: "call", spelled: '{"connectorId":1,"limit":16.0}' });
});

test("what is no call comes back byte for byte", () => {
  expect(writingOf("[2,oops")).toEqual({ kind: "raw", action: "", text: "[2,oops" });
  expect(draftOf('[3,"x",{}]')).toEqual({ kind: "raw", text: '[3,"x",{}]' });
});
