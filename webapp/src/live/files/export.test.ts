import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { noon } from "../../engine/testing/script";
import type { Export, ExportWish, Row } from "../contract";
import { BrowserTab } from "../testing/browser_tab";
import { FakeClock } from "../testing/fake_clock";
import { FakeRelay } from "../testing/fake_relay";
import { LogReader } from "../../trace/log_reader";

let clock: FakeClock;
let relay: FakeRelay;
let tab: BrowserTab;
let asked = 0;

// It is loaded with the first export, which takes no time of the clock's.
beforeAll(() => import("./write_log"));

beforeEach(async () => {
  indexedDB = new IDBFactory();
  clock = new FakeClock(noon);
  relay = new FakeRelay(clock);
  tab = await new BrowserTab("tab-1", clock, relay).open("CP1");
  relay.connect();
  await clock.pass(100);
});

async function exported(wish: Partial<ExportWish>, rows: Row[] | null = null): Promise<Export> {
  const all = { format: "jsonl", shown: null, anonymise: false } as const;
  const id = `export-${(asked += 1)}`;
  tab.ask({ kind: "export", id, log: "CP1", wish: { ...all, ...wish }, rows });
  for (let turn = 0; turn < 100; turn += 1) {
    await clock.pass(100);
    const now = tab.pages.exports().find((one) => one.id === id);
    if (now !== undefined && now.state.kind !== "writing") return now;
  }
  throw new Error("The export does not end.");
}

async function textOf({ state }: Export): Promise<string> {
  if (state.kind !== "done") throw new Error(`The export is ${state.kind}.`);
  return state.blob.text();
}

async function entriesOf(done: Export): Promise<unknown[]> {
  const reader = new LogReader();
  return (await textOf(done)).split("\n").flatMap((line, index) => reader.read(line, index + 1));
}

test("all that is kept of a charger is written, also what came this very moment, page after page", async () => {
  for (let count = 0; count < 700; count += 1) relay.call(`[2,"${count}","Heartbeat",{}]`);
  await clock.pass(1);
  const done = await exported({});
  const entries = await entriesOf(done);
  expect(done.frames).toBe(1400);
  expect(entries.slice(0, 4)).toMatchObject([
    { type: "opened", remote: "10.0.0.7" },
    { type: "life", event: "opened" },
    { type: "role", holder: "tab-1" },
    { type: "frame", seq: 1, text: '[2,"0","Heartbeat",{}]' },
  ]);
  expect(entries.at(-1)).toMatchObject({ seq: 1400, client: "tab-1", by: "default" });
  expect(done.state).toMatchObject({ name: "CP1 2026-11-20 12-00-01.jsonl", left: 0 });
  expect(tab.pages.storage()).toEqual({ kind: "kept" });
});

test("only the shown frames go out, with the connection that they belong to", async () => {
  for (let count = 0; count < 3; count += 1) relay.call(`[2,"${count}","Heartbeat",{}]`);
  await clock.pass(500);
  const done = await exported({ shown: { e1: new Uint32Array([3]) } });
  expect((await entriesOf(done)).map((entry) => (entry as { type: string; seq?: number }).seq ?? "")).toEqual([
    "",
    "",
    "",
    0,
    3,
  ]);
});

test("what was cleared is not exported; undone, it is", async () => {
  relay.call('[2,"a","Heartbeat",{}]');
  await clock.pass(500);
  tab.ask({ kind: "clear", identity: "CP1" });
  relay.call('[2,"b","Heartbeat",{}]');
  await clock.pass(500);
  const cleared = await textOf(await exported({ format: "trace" }));
  expect([cleared.includes('"messageId":"a"'), cleared.includes('"messageId":"b"')]).toEqual([false, true]);
  // Which version it was stands in what was cleared.
  expect(cleared).toContain('"ocppVersion":"1.6"');
  tab.ask({ kind: "undo-clear", identity: "CP1" });
  expect(await textOf(await exported({ format: "trace" }))).toContain('"messageId":"a"');
});

test("a browser that keeps nothing exports what it shows", async () => {
  relay.call('[2,"a","Heartbeat",{}]');
  await clock.pass(500);
  const log = tab.pages.log("CP1");
  const rows = Array.from({ length: log.end - log.first }, (_, index) => log.at(log.first + index) as Row);
  expect(await entriesOf(await exported({}, rows))).toMatchObject([
    { type: "life", event: "opened" },
    { type: "frame", seq: 1, from: "cp" },
    { type: "frame", seq: 2, from: "cs" },
  ]);
});

test("a log that is not open fails in words, and what was saved is forgotten", async () => {
  const { id } = await exported({});
  tab.ask({ kind: "forget-export", id });
  await clock.pass(200);
  expect(tab.pages.exports()).toEqual([]);
  tab.ask({ kind: "export", id: "2", log: "CP9", wish: { format: "csv", shown: null, anonymise: false }, rows: null });
  await clock.pass(200);
  expect(tab.pages.exports()).toMatchObject([{ id: "2", state: { kind: "failed", words: "This log is not open." } }]);
});
