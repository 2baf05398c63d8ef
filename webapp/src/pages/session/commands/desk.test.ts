// @vitest-environment jsdom
import { expect, test } from "vitest";
import { readRoute } from "../../../parts/route";
import { beginCommand, openCommand, putCommandAway, recallCommand, sheetOf, writeCommand } from "./desk";

test("another part opens a filled command, and nothing is sent", () => {
  openCommand("CP1", "RemoteStopTransaction", { transactionId: 4711 });
  expect(sheetOf("CP1")?.writing).toEqual({
    kind: "call",
    action: "RemoteStopTransaction",
    text: '{\n  "transactionId": 4711\n}',
  });
  expect(readRoute(location.hash)).toMatchObject({ view: "commands", item: "RemoteStopTransaction" });
  expect(sheetOf("CP2")).toBeNull();
});

test("what was begun comes back as it was left", () => {
  beginCommand("CP3", { kind: "call", action: "Reset", text: "{}" });
  writeCommand("CP3", { kind: "call", action: "Reset", text: '{"type": "Hard"}' });
  beginCommand("CP3", { kind: "raw", action: "", text: "[2," });
  expect(recallCommand("CP3", "Reset")).toBe(true);
  expect(sheetOf("CP3")?.writing.text).toBe('{"type": "Hard"}');
  expect(recallCommand("CP3", "ClearCache")).toBe(false);
  putCommandAway("CP3");
  expect(sheetOf("CP3")).toBeNull();
});
