import { expect, test } from "vitest";
import type { Row } from "../../../live/contract";
import { frameRow, lifeRow } from "../../../test/rows";
import {
  type Filter,
  isFiltering,
  type Known,
  noFilter,
  readFilter,
  searchFault,
  testOf,
  toggled,
  writeFilter,
} from "./filter";

const nothing: Known = { pinned: () => false, noted: () => false, notes: () => 0 };

function fits(row: Row, filter: Partial<Filter>, known = nothing): boolean {
  return testOf({ ...noFilter, ...filter }, known)(row);
}

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
  expect([frameRow(0), lifeRow(1, "Connected.")].every((row) => fits(row, {}))).toBe(true);
});

test("text is looked for in the frame, its action and its summary, whatever the case; its signs mean themselves", () => {
  const row = frameRow(0, { action: "Authorize", summary: "Tag 04A1", text: '[2,"u","Authorize",{"idTag":"04a1"}]' });
  for (const text of ["04A1", "author", "idtag", '{"', "[2,"]) expect(fits(row, { text })).toBe(true);
  for (const text of ["04B", "0.a1", "a|b"]) expect(fits(row, { text })).toBe(false);
});

test("a path is asked of the payload; one that is wrong hides nothing and is said", () => {
  const row = frameRow(0, { text: '[2,"u","Authorize",{"idTag":"04A1"}]' });
  expect(fits(row, { text: "$.idTag = 04A1" })).toBe(true);
  expect(fits(row, { text: "$.idTag = 04A2" })).toBe(false);
  expect(fits(row, { text: "$.idTag[" })).toBe(true);
  expect(searchFault({ ...noFilter, text: "$.idTag[" })).toMatch(/no path/);
  expect(searchFault({ ...noFilter, text: "$.idTag" })).toBeNull();
  expect(fits(frameRow(1, { text: null, base64: "AA==" }), { text: "$.idTag" })).toBe(false);
});

test("an EVSE means all its connectors", () => {
  expect(fits(frameRow(0, { connector: "1.2" }), { connector: "1" })).toBe(true);
  expect(fits(frameRow(0, { connector: "1" }), { connector: "1" })).toBe(true);
  expect(fits(frameRow(0, { connector: "12" }), { connector: "1" })).toBe(false);
  expect(fits(frameRow(0), { connector: "1" })).toBe(false);
});

test("lifecycle lines stay beside a side, and go when something of the frames is asked for", () => {
  const line = lifeRow(0, "Connected from 192.168.4.31.");
  expect(fits(line, { from: "cp" })).toBe(true);
  expect(fits(line, { actions: ["Reset"] })).toBe(false);
  expect(fits(line, { states: ["waiting"] })).toBe(false);
  expect(fits(line, { text: "connected" })).toBe(true);
});

test("a held call waits too", () => {
  expect(fits(frameRow(0, { state: { kind: "held", fallbackAt: null } }), { states: ["waiting"] })).toBe(true);
  expect(fits(frameRow(0), { states: ["waiting", "error"] })).toBe(false);
});

test("pins, notes and what the standard says count as states", () => {
  const row = frameRow(0);
  expect(fits(row, { states: ["pinned"] }, { ...nothing, pinned: () => true })).toBe(true);
  expect(fits(row, { states: ["noted"] }, { ...nothing, noted: () => true })).toBe(true);
  expect(fits(row, { states: ["warned", "error"] }, { ...nothing, notes: () => 2 })).toBe(true);
  expect(fits(row, { states: ["warned", "pinned", "noted"] })).toBe(false);
});

test("what is in a list is taken out, what is not is put in", () => {
  expect([toggled(["a", "b"], "a"), toggled(["b"], "a")]).toEqual([["b"], ["b", "a"]]);
});
