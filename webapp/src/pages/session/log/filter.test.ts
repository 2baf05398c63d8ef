import { expect, test } from "vitest";
import { frameRow, lifeRow } from "../../../test/rows";
import { fits, inState, isFiltering, noFilter, readFilter, toggled, writeFilter } from "./filter";

test("a filter comes back from the address as it was written; the rest of the address stays", () => {
  const query = new URLSearchParams("frame=e.3&state=waiting,nonsense&action=A,B&from=cp&q=x%20y&connector=1&tx=4711");
  const filter = readFilter(query);
  expect(filter).toEqual({
    from: "cp",
    actions: ["A", "B"],
    states: ["waiting"],
    connector: "1",
    transaction: "4711",
    text: "x y",
  });
  expect(readFilter(writeFilter(query, filter))).toEqual(filter);
  expect(writeFilter(query, noFilter).toString()).toBe("frame=e.3");
});

test("without a wish everything is shown", () => {
  expect(isFiltering(noFilter)).toBe(false);
  expect([frameRow(0), lifeRow(1, "Connected.")].every((row) => fits(row, noFilter))).toBe(true);
});

test("text is looked for in the frame, its action and its summary, whatever the case", () => {
  const row = frameRow(0, { action: "Authorize", summary: "Tag 04A1", text: '[2,"u","Authorize",{"idTag":"04a1"}]' });
  for (const text of ["04A1", "author", "idtag"]) expect(fits(row, { ...noFilter, text })).toBe(true);
  expect(fits(row, { ...noFilter, text: "04B" })).toBe(false);
});

test("lifecycle lines stay beside a side, and go when something of the frames is asked for", () => {
  const line = lifeRow(0, "Connected from 192.168.4.31.");
  expect(fits(line, { ...noFilter, from: "cp" })).toBe(true);
  expect(fits(line, { ...noFilter, actions: ["Reset"] })).toBe(false);
  expect(fits(line, { ...noFilter, text: "connected" })).toBe(true);
});

test("a held call waits too", () => {
  expect(inState(frameRow(0, { state: { kind: "held", fallbackAt: null } }), ["waiting"])).toBe(true);
  expect(inState(frameRow(0), ["waiting", "error"])).toBe(false);
  expect(inState(lifeRow(0, ""), ["waiting"])).toBe(false);
});

test("what is in a list is taken out, what is not is put in", () => {
  expect([toggled(["a", "b"], "a"), toggled(["b"], "a")]).toEqual([["b"], ["b", "a"]]);
});
