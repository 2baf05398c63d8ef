import { expect, test } from "vitest";
import type { FrameRow, LogChange, Row } from "./contract";
import { PageStore } from "./page_store";

test("rows keep their place and their object until they change", () => {
  const store = new PageStore();
  store.apply({ logs: [change({ appended: rows(0, 3000) })] });
  const before = store.log("CP1");
  store.apply({
    logs: [change({ patches: [{ id: 2000, state: { kind: "answered", ms: 3 }, pair: 2001, transaction: null }] })],
  });
  const after = store.log("CP1");

  expect(after).not.toBe(before);
  expect(after.at(1999)).toBe(before.at(1999));
  expect(after.at(2000)).toMatchObject({ id: 2000, state: { kind: "answered", ms: 3 }, pair: 2001 });
  expect([after.first, after.end]).toEqual([0, 3000]);
});

test("the oldest are dropped, and what is dropped is gone", () => {
  const store = new PageStore();
  store.apply({ logs: [change({ appended: rows(0, 5000) })] });
  store.apply({ logs: [change({ first: 4000, appended: rows(5000, 5001) })] });

  expect(store.log("CP1").at(3999)).toBeUndefined();
  expect(store.log("CP1").at(4000)).toMatchObject({ id: 4000 });
  expect(store.log("CP1").end).toBe(5001);
});

test("a cleared log comes back whole, and once dropped it is gone", () => {
  const store = new PageStore();
  store.apply({ logs: [change({ appended: rows(0, 10) })] });
  store.apply({ logs: [change({ first: 10, kept: 0 })] });
  expect(store.log("CP1")).toMatchObject({ first: 10, end: 10 });
  expect(store.log("CP1").at(3)).toBeUndefined();
  store.apply({ logs: [change({ patches: [{ id: 3, state: { kind: "never" }, pair: null, transaction: null }] })] });
  expect(store.log("CP1").at(3)).toMatchObject({ id: 3, state: { kind: "never" } });
});

test("a reset starts again with the first number", () => {
  const store = new PageStore();
  store.apply({ logs: [change({ appended: rows(0, 10) })] });
  store.apply({ logs: [change({ reset: true, appended: rows(0, 2) })] });
  expect(store.log("CP1")).toMatchObject({ first: 0, end: 2 });
});

test("what an update leaves out stays the same object", () => {
  const store = new PageStore();
  store.apply({ relay: { kind: "open" }, open: ["CP1"] });
  const relay = store.relay();
  let told = 0;
  const stop = store.subscribe(() => {
    told += 1;
  });
  store.apply({ open: [] });
  stop();
  store.apply({ open: ["CP2"] });

  expect(store.relay()).toBe(relay);
  expect(store.open()).toEqual(["CP2"]);
  expect(told).toBe(1);
});

function change(change: Partial<LogChange>): LogChange {
  return { identity: "CP1", reset: false, kept: change.first ?? 0, first: 0, appended: [], patches: [], ...change };
}

function rows(from: number, to: number): Row[] {
  return Array.from({ length: to - from }, (_, index) => row(from + index));
}

function row(id: number): FrameRow {
  return {
    kind: "frame",
    id,
    epoch: "e1",
    seq: id + 1,
    at: 0,
    from: "cp",
    type: "call",
    action: "Heartbeat",
    uniqueId: "a",
    summary: "",
    state: { kind: "waiting" },
    pair: null,
    connector: null,
    transaction: null,
    text: "",
    base64: null,
  };
}
