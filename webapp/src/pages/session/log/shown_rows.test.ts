import { expect, test } from "vitest";
import { frameRow, lifeRow, TestLog } from "../../../test/rows";
import type { Row } from "../../../live/contract";
import { ShownRows, type Wish } from "./shown_rows";

const all: Wish = { wanted: () => true, folded: false, zone: "utc" };
const waits = (row: Row): boolean => row.kind === "frame" && row.state.kind === "waiting";
const answer = { kind: "answer", by: null, late: false, again: false } as const;

function shown(rows: ShownRows): (number | "date")[] {
  return Array.from({ length: rows.length }, (_, at) => {
    const line = rows.at(at);
    return line?.kind === "row" ? line.row.id : "date";
  });
}

test("rows stand in their order, and new ones at the end", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  rows.update(log.append(frameRow(0), frameRow(1)), all);
  rows.update(log.append(lifeRow(2, "Connected.")), all);
  expect(shown(rows)).toEqual([0, 1, 2]);
});

test("folded, an answer stands in the row of its call; one without a call stands alone", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  log.append(frameRow(0, { pair: 1 }), frameRow(1, { pair: 0, state: answer }), frameRow(2, { state: answer }));
  rows.update(log.now, { ...all, folded: true });
  expect(shown(rows)).toEqual([0, 2]);
  rows.update(log.now, all);
  expect(shown(rows)).toEqual([0, 1, 2]);
});

test("a filter by state follows rows whose state changes", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  const wish: Wish = { ...all, wanted: waits };
  rows.update(log.append(frameRow(0, { state: { kind: "waiting" } }), frameRow(1)), wish);
  expect(shown(rows)).toEqual([0]);
  rows.update(
    log.change({ patches: [{ id: 0, state: { kind: "answered", ms: 5 }, pair: 1, transaction: null }] }),
    wish,
  );
  expect(shown(rows)).toEqual([]);
});

test("the oldest rows go when the log drops them", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  rows.update(log.append(frameRow(0), frameRow(1), frameRow(2)), all);
  rows.update(log.change({ first: 2, appended: [frameRow(3)] }), all);
  expect(shown(rows)).toEqual([2, 3]);
  expect(rows.indexOf(2)).toBe(0);
  expect(rows.indexOf(1)).toBe(-1);
});

test("cleared rows come back", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  rows.update(log.append(frameRow(0), frameRow(1)), all);
  rows.update(log.change({ first: 2 }), all);
  expect(shown(rows)).toEqual([]);
  rows.update(log.change({ first: 0, appended: [frameRow(2)] }), all);
  expect(shown(rows)).toEqual([0, 1, 2]);
});

test("a log that begins anew is shown anew, even under the same numbers", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  rows.update(log.append(frameRow(0), frameRow(1)), all);
  rows.update(log.change({ reset: true, first: 0, appended: [frameRow(0), frameRow(1), frameRow(2)] }), all);
  expect(shown(rows)).toEqual([0, 1, 2]);
});

test("a date stands where a new day begins, and rows are still found", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  const midnight = Date.UTC(2026, 10, 21);
  rows.update(log.append(frameRow(0, { at: midnight - 1 }), frameRow(1, { at: midnight + 1 }), frameRow(2)), all);
  expect(shown(rows).slice(0, 3)).toEqual([0, "date", 1]);
  expect(rows.indexOf(1)).toBe(2);
  expect(rows.indexOf(0)).toBe(0);
});

test("100,000 rows more cost what they are, not what was there", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  rows.update(log.append(...Array.from({ length: 100_000 }, (_, id) => frameRow(id, { at: 0 }))), all);
  let reads = 0;
  for (let id = 100_000; id < 100_100; id += 1) {
    const now = log.append(frameRow(id, { at: 0 }));
    const at = (one: number) => {
      reads += 1;
      return now.at(one);
    };
    rows.update({ ...now, at }, all);
  }
  expect(reads).toBeGreaterThanOrEqual(100);
  expect(reads).toBeLessThan(1000);
  expect(rows.length).toBe(100_100);
});

test("a row whose change brings it into the list comes to its place, with the dates around it", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  const midnight = Date.UTC(2026, 10, 21);
  const wish: Wish = { ...all, wanted: (row) => row.kind === "life" || row.transaction === "7" };
  const given = [
    lifeRow(0, "a"),
    frameRow(1, { at: midnight + 1 }),
    frameRow(2, { at: midnight + 2, transaction: "7" }),
  ];
  rows.update(log.append(...given), wish);
  expect(shown(rows)).toEqual([0, "date", 2]);
  const change = { id: 1, state: { kind: "answered", ms: 5 }, pair: null, transaction: "7" } as const;
  rows.update(log.change({ patches: [change] }), wish);
  expect(shown(rows)).toEqual([0, "date", 1, 2]);
  expect(rows.lowAbove(4)).toBe(2);
  expect(rows.frames).toBe(2);
  rows.update(log.change({ patches: [{ ...change, transaction: null }] }), wish);
  expect(shown(rows)).toEqual([0, "date", 2]);
});

test("folded, an answer that is asked for brings its call along", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  const wish: Wish = { ...all, folded: true, wanted: (row) => row.id === 1 };
  rows.update(log.append(frameRow(0)), wish);
  expect(shown(rows)).toEqual([]);
  const patch = { id: 0, state: { kind: "answered", ms: 5 }, pair: 1, transaction: null } as const;
  rows.update(log.change({ appended: [frameRow(1, { pair: 0, state: answer })], patches: [patch] }), wish);
  expect(shown(rows)).toEqual([0]);
});

test("another wish is carried out as far as the time goes, the rest the next time", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  rows.update(log.append(...Array.from({ length: 1000 }, (_, id) => frameRow(id, { at: 0 }))), all);
  const wish = { ...all, wanted: () => true };
  let turns = 0;
  do {
    rows.update(log.now, wish, () => false);
    turns += 1;
  } while (rows.unseen > 0);
  expect(rows.length).toBe(1000);
  expect(turns).toBeGreaterThan(10);
});

test("who fell far behind looks at all rows again", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  const wish: Wish = { ...all, wanted: waits };
  rows.update(log.append(frameRow(0, { state: { kind: "waiting" } }), frameRow(1)), wish);
  const patch = { id: 1, state: { kind: "answered", ms: 1 }, pair: null, transaction: null } as const;
  log.change({ patches: [{ ...patch, id: 0 }] });
  for (let change = 0; change < 20_000; change += 1) log.change({ patches: [patch] });
  rows.update(log.now, wish);
  expect(shown(rows)).toEqual([]);
});

test("a line keeps its name while others come and go", () => {
  const log = new TestLog();
  const rows = new ShownRows();
  const midnight = Date.UTC(2026, 10, 21);
  rows.update(log.append(frameRow(0, { at: midnight - 1 }), frameRow(1, { at: midnight + 1 })), all);
  const name = rows.nameOf(1) ?? 0;
  rows.update(log.change({ first: 1 }), all);
  expect([rows.indexOf(name), rows.indexOf(1), rows.indexOf(0)]).toEqual([0, 1, -1]);
});
