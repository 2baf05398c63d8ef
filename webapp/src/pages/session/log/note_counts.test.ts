import { expect, test } from "vitest";
import { loadVersion } from "../../../schema/load";
import { frameRow } from "../../../test/rows";
import { NoteCounts } from "./note_counts";

test("what the standard says is counted, of calls and of answers, once a row", async () => {
  const schemas = await loadVersion("ocpp1.6");
  let asked = 0;
  const counts = new NoteCounts({
    notes(...given) {
      asked += 1;
      return schemas.notes(...given);
    },
  });
  const reset = frameRow(0, { action: "Reset", text: '[2,"u","Reset",{"type":"hard","x":1}]' });
  expect([counts.of(reset), counts.of({ ...reset, summary: "other" }), asked]).toEqual([2, 2, 1]);
  const answer = frameRow(1, { type: "result", action: "Reset", text: '[3,"u",{"status":"Maybe"}]' });
  expect(counts.of(answer)).toBe(1);
  expect(counts.of(frameRow(2))).toBe(0);
  expect(counts.of(frameRow(3, { type: "error", text: '[4,"u","X","",{}]' }))).toBe(0);
  expect(counts.of(frameRow(4, { type: "malformed", action: null, text: "{" }))).toBe(0);
}, 60_000);
