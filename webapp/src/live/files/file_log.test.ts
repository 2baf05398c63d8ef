import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { gzipSync } from "fflate";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { noon } from "../../engine/testing/script";
import type { OpenedFile, Row } from "../contract";
import { BrowserTab } from "../testing/browser_tab";
import { FakeClock } from "../testing/fake_clock";
import { FakeRelay } from "../testing/fake_relay";
import { fileIdentity } from "./file_identity";

const header = '{"format":"ocpp-relay.log","version":1,"identity":"CP7","exported":"","client":"tab-9"}';
const opened = '{"type":"opened","epoch":"e","at":1,"version":"ocpp2.0.1","headers":{}}';
const call = '{"type":"frame","epoch":"e","seq":1,"at":5,"from":"cp","text":"[2,\\"a\\",\\"Heartbeat\\",{}]"}';
const answer =
  '{"type":"frame","epoch":"e","seq":2,"at":9,"from":"cs","text":"[3,\\"a\\",{}]","client":"tab-9","by":"hand"}';
const unanswered = '{"type":"frame","epoch":"e","seq":3,"at":11,"from":"cp","text":"[2,\\"b\\",\\"Heartbeat\\",{}]"}';
const mark = '{"type":"mark","epoch":"e","seq":1,"at":5,"pinned":true,"note":"odd"}';
const whole = [header, opened, call, answer, unanswered, mark];

let clock: FakeClock;
let relay: FakeRelay;
let tab: BrowserTab;

beforeAll(() => import("./write_log"));

beforeEach(async () => {
  indexedDB = new IDBFactory();
  clock = new FakeClock(noon);
  relay = new FakeRelay(clock);
  tab = await new BrowserTab("tab-1", clock, relay).open("CP1");
});

async function until<T>(found: () => T | null | undefined): Promise<T> {
  for (let turn = 0; turn < 200; turn += 1) {
    await clock.pass(200);
    const value = found();
    if (value != null) return value;
  }
  throw new Error("It does not come.");
}

async function opens(content: BlobPart): Promise<OpenedFile> {
  tab.ask({ kind: "open-file", file: new Blob([content]), name: "a.jsonl" });
  return shown();
}

function shown(): Promise<OpenedFile> {
  return until(() => {
    const file = tab.pages.file();
    return file?.read === null ? file : null;
  });
}

function rows(): string[] {
  const log = tab.pages.log(fileIdentity);
  return Array.from({ length: log.end - log.first }, (_, index) => words(log.at(log.first + index)));
}

function words(row: Row | undefined): string {
  if (row?.kind !== "frame") return row?.words ?? "";
  const state = row.state.kind === "answer" ? (row.state.by?.words ?? "") : row.state.kind;
  return `${row.from} ${row.action ?? "?"} ${state}`;
}

test("a file is shown as a log, with its charger at a glance and no charger behind it", async () => {
  expect(await opens(whole.join("\n"))).toMatchObject({ name: "a.jsonl", identity: "CP7", faulty: 0, refused: null });
  expect(rows()).toEqual(["cp Heartbeat answered", "cs Heartbeat by hand", "cp Heartbeat never"]);
  expect(tab.pages.charger(fileIdentity)).toMatchObject({
    presence: { kind: "left", at: 11 },
    connection: { version: "ocpp2.0.1" },
    role: { mine: "watching" },
    counts: { frames: 3, unanswered: 1 },
  });
  expect(tab.pages.marks(fileIdentity).get("e.1")).toMatchObject({ pinned: true, note: "odd" });
  expect(relay.dialled).toHaveLength(1);
});

test("what cannot be read is told by its line, the rest is there", async () => {
  const file = await opens([header, opened, "oops", call, "", '{"type":"frame"}', '{"type":"weather"}'].join("\n"));
  expect(rows()).toEqual(["cp Heartbeat never"]);
  expect(file).toMatchObject({ faulty: 2, unknown: 1 });
  expect(file.faults.map(({ line }) => line)).toEqual([3, 6]);
});

test("gzip and lists of Open OCPP Trace records are read, too", async () => {
  await opens(gzipSync(new TextEncoder().encode(whole.join("\r\n"))));
  expect(rows()).toHaveLength(3);
  const record = {
    schemaVersion: "1.1",
    timestamp: "2024-01-15T10:00:00Z",
    transport: "json",
    direction: "cp-to-csms",
  };
  const list = [{ ...record, messageType: "CALL", messageId: "1", action: "Heartbeat" }, 7];
  expect(await opens(JSON.stringify(list, null, 2))).toMatchObject({ faulty: 1, faults: [{ line: 2 }] });
  expect(rows()).toEqual(["cp Heartbeat never"]);
  expect(await opens("[\n1,\n")).toMatchObject({ faults: [{ line: 3, words: "It ends too early." }] });
});

test("a broken gzip and a newer version say so", async () => {
  expect((await opens(new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2]))).refused).not.toBeNull();
  const newer = await opens('{"format":"ocpp-relay.log","version":9}');
  expect(newer.refused).toBe("This file is a log in version 9 of its format; this page reads up to version 1.");
});

test("a refresh finds the file again; shut, it is gone", async () => {
  await opens(whole.join("\n"));
  await tab.leave();
  tab = await new BrowserTab("tab-1", clock, relay).open();
  expect(tab.pages.file()).toBeUndefined();
  tab.ask({ kind: "reopen-file" });
  expect(await shown()).toMatchObject({ name: "a.jsonl", kept: true });
  expect(rows()).toHaveLength(3);
  tab.ask({ kind: "shut-file" });
  await clock.pass(300);
  expect(tab.pages.file()).toBeNull();
  expect(rows()).toEqual([]);
  expect(tab.pages.charger("CP1")).toBeDefined();
});

test("a file is converted: exported from what was opened, marks and all", async () => {
  await opens(whole.join("\n"));
  tab.ask({ kind: "mark", identity: fileIdentity, mark: { epoch: "e", seq: 2, at: 9, pinned: true, note: "" } });
  const wish = { format: "jsonl", shown: null, anonymise: false } as const;
  tab.ask({ kind: "export", id: "x", log: fileIdentity, wish, rows: null });
  const state = await until(() => {
    const now = tab.pages.exports()[0]?.state;
    return now?.kind === "done" ? now : null;
  });
  const lines = (await state.blob.text())
    .split("\n")
    .map((line) => (line === "" ? null : (JSON.parse(line) as object)));
  // Whose answers were "this tab's" stays.
  expect(lines[0]).toMatchObject({ identity: "CP7", client: "tab-9" });
  expect(lines.slice(1, 6)).toMatchObject(whole.slice(1).map((line) => JSON.parse(line) as object));
  expect(lines[6]).toMatchObject({ type: "mark", seq: 2 });
});
