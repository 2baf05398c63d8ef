import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import type { Opened } from "../engine/envelope";
import { FakeClock } from "../live/testing/fake_clock";
import { isBefore, type Kept, keyOf } from "./kept";
import { Keeper } from "./keeper";
import { Store } from "./store";

const opened: Opened = {
  type: "opened",
  epoch: "e1",
  at: 100,
  version: "ocpp1.6",
  offered: [],
  flags: [],
  remote: "",
  headers: {},
};

function frame(identity: string, seq: number): Kept {
  const entry = { type: "frame", epoch: "e1", seq, at: 100 + seq, from: "cp", text: String(seq) } as const;
  return { key: keyOf(identity, opened, seq, entry), entry };
}

function frames(identity: string, from: number, to: number): Kept[] {
  return Array.from({ length: to - from + 1 }, (_, index) => frame(identity, from + index));
}

function texts(kept: Kept[]): unknown[] {
  return kept.map(({ entry }) => (entry.type === "frame" ? entry.text : entry.type));
}

beforeEach(() => {
  indexedDB = new IDBFactory();
});

test("the newest come back in order, after the beginning of their connection", async () => {
  const store = await Store.open();
  await store.keep([{ key: keyOf("CP1", opened, 0, opened), entry: opened }, ...frames("CP1", 1, 20)]);
  await store.keep(frames("CP10", 1, 3));
  expect(texts(await store.tail("CP1", 3))).toEqual(["opened", "18", "19", "20"]);
  expect(texts(await store.tail("CP2", 3))).toEqual([]);
});

test("the same frame from two tabs is kept once", async () => {
  const [one, two] = [await Store.open(), await Store.open()];
  await Promise.all([one.keep(frames("CP1", 1, 5)), two.keep(frames("CP1", 3, 8))]);
  expect(texts(await one.tail("CP1", 100))).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
});

test("pages follow one another up to the end that was asked for", async () => {
  const store = await Store.open();
  const all = frames("CP1", 1, 7);
  await store.keep(all);
  const last = frame("CP1", 6).key;
  const first = await store.page("CP1", null, last, 4);
  const second = await store.page("CP1", first.at(-1)?.key ?? null, last, 4);
  expect([texts(first), texts(second)]).toEqual([
    ["1", "2", "3", "4"],
    ["5", "6"],
  ]);
});

test("the oldest go when there are too many, of one charger alone", async () => {
  const store = await Store.open();
  await store.keep([...frames("CP1", 1, 10), ...frames("CP2", 1, 2)]);
  await store.prune("CP1", 4);
  expect(texts(await store.tail("CP1", 100))).toEqual(["7", "8", "9", "10"]);
  expect(texts(await store.tail("CP2", 100))).toEqual(["1", "2"]);
  await store.forget("CP1", frame("CP1", 8).key);
  expect(texts(await store.tail("CP1", 100))).toEqual(["9", "10"]);
});

test("entries stand in the order in which they happened", () => {
  const at = 130;
  const entries = [
    opened,
    { type: "life", event: "opened", tone: "plain", at, words: "" },
    { type: "role", holder: "me", name: null, role: null, epoch: "e1", seq: 0, at },
    { type: "life", event: "role", tone: "plain", at, words: "" },
    { type: "life", event: "away", tone: "plain", at, words: "" },
    { type: "life", event: "bus", tone: "plain", at, words: "" },
    { type: "frame", epoch: "e1", seq: 1, at, from: "cp" },
  ] as const;
  const keys = entries.map((entry) => keyOf("CP1", opened, 0, entry));
  keys.slice(1).forEach((key, index) => expect(isBefore(keys[index] ?? key, key)).toBe(true));
  const last = keys.at(-1);
  if (last) expect(isBefore(last, last)).toBe(false);
});

test("tabs remember what they had open, old ones are forgotten", async () => {
  const store = await Store.open();
  for (let tab = 0; tab < 60; tab += 1) await store.rememberOpen(`tab-${tab}`, ["CP1"], tab);
  expect(await store.openIn("tab-59")).toEqual(["CP1"]);
  expect(await store.openIn("tab-0")).toEqual([]);
});

test("what is kept is written behind, in batches", async () => {
  const clock = new FakeClock(0);
  const store = await Store.open();
  const keeper = new Keeper(Promise.resolve(store), clock, () => {}, 1000);
  for (const kept of frames("CP1", 1, 3)) keeper.keep(kept);
  expect(await store.tail("CP1", 10)).toEqual([]);
  await clock.pass(500);
  expect(texts(await keeper.tail("CP1", 10))).toEqual(["1", "2", "3"]);
});

test("a failure is told once and ends the keeping, nothing else", async () => {
  const clock = new FakeClock(0);
  const store = await Store.open();
  let told = 0;
  const keeper = new Keeper(Promise.resolve(store), clock, () => (told += 1), 1000);
  store.close();
  keeper.keep(frame("CP1", 1));
  await clock.pass(500);
  keeper.keep(frame("CP1", 2));
  await clock.pass(500);
  expect(keeper.state.kind).toBe("gone");
  expect(told).toBe(1);
  expect(await keeper.tail("CP1", 10)).toEqual([]);
});

test("pins and notes are kept by frame, of one charger alone", async () => {
  const store = await Store.open();
  const mark = { epoch: "e1", seq: 3, at: 103, pinned: true, note: "odd" };
  await store.rememberMark("CP1", { ...mark, note: "" });
  await store.rememberMark("CP1", mark);
  await store.rememberMark("CP1", { ...mark, seq: 4 });
  await store.rememberMark("CP10", mark);
  expect(await store.marks("CP1")).toEqual([mark, { ...mark, seq: 4 }]);
  await store.forgetMarks("CP1", [mark]);
  expect(await store.marks("CP1")).toEqual([{ ...mark, seq: 4 }]);
  expect(await store.marks("CP10")).toEqual([mark]);
});
