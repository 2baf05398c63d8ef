import { expect, test } from "vitest";
import type { FrameEnvelope, Opened } from "../engine/envelope";
import type { JsonObject } from "../engine/json";
import type { Entry } from "../store/kept";
import { LogReader } from "./log_reader";
import { OpenTrace } from "./open_trace";
import { faultsOf } from "./testing/conformance";
import { inventedLog } from "./testing/invented";

const opened: Opened = {
  type: "opened",
  epoch: "e1",
  at: 1000,
  version: "ocpp1.6",
  offered: [],
  flags: [],
  remote: "10.0.0.7",
  headers: {},
};

function frame(seq: number, from: "cp" | "cs", text: string, extra: Partial<FrameEnvelope> = {}): FrameEnvelope {
  return { type: "frame", epoch: "e1", seq, at: 1000 + seq, from, text, ...extra };
}

function write(entries: readonly Entry[]): { records: JsonObject[]; text: string; left: number } {
  const writer = new OpenTrace("CP1");
  const text = writer.begin() + entries.map((entry) => writer.write(entry)).join("");
  const records = text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as JsonObject);
  return { records, text, left: writer.left };
}

function read(text: string): { entries: Entry[]; reader: LogReader } {
  const reader = new LogReader();
  return { entries: text.split("\n").flatMap((line, index) => reader.read(line, index + 1)), reader };
}

test("a call and its answer become the records that the format asks for", () => {
  const { records } = write([
    opened,
    frame(1, "cp", '[2, "a", "StatusNotification", {"connectorId":1,"status":"Available"}]'),
    frame(2, "cs", '[3,"a",{}]', { client: "tab-1", ref: "r-1", by: "rule: Accept all" }),
    frame(3, "cs", '[2,"b","Reset",{"type":"Hard"}]'),
    frame(4, "cp", '[4,"b","NotSupported","no",{"why":1}]'),
  ]);
  expect(records.map((record) => faultsOf(record))).toEqual([[], [], [], []]);
  expect(records).toMatchObject([
    {
      schemaVersion: "1.1",
      timestamp: "1970-01-01T00:00:01.001Z",
      ocppVersion: "1.6",
      transport: "json",
      chargePointId: "CP1",
      connectorId: 1,
      direction: "cp-to-csms",
      messageType: "CALL",
      messageId: "a",
      action: "StatusNotification",
      payload: { connectorId: 1, status: "Available" },
      raw: '[2, "a", "StatusNotification", {"connectorId":1,"status":"Available"}]',
    },
    { direction: "csms-to-cp", messageType: "CALLRESULT", messageId: "a", action: "StatusNotification", payload: {} },
    { direction: "csms-to-cp", messageType: "CALL", messageId: "b", action: "Reset" },
    {
      messageType: "CALLERROR",
      action: "Reset",
      error: { code: "NotSupported", description: "no", details: { why: 1 } },
    },
  ]);
});

test("what the format has no place for is left out and counted", () => {
  const { records, left } = write([
    opened,
    frame(1, "cp", "{"),
    frame(2, "cp", '[6,"s","NotifyPeriodicEventStream",{}]'),
    frame(3, "cp", '[5,"a","FormatViolation","",{}]'),
    { type: "frame", epoch: "e1", seq: 4, at: 4, from: "cp", base64: "AAE=" },
    frame(5, "cp", '[3,"nobody",{}]'),
  ]);
  expect([records.length, left]).toEqual([1, 4]);
});

test("whatever a log holds, every record is conformant, and no frame is lost without being counted", () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const entries = inventedLog(seed);
    const { records, left } = write(entries);
    for (const record of records) expect(faultsOf(record)).toEqual([]);
    expect(records.length + left).toBe(entries.filter(({ type }) => type === "frame").length);
  }
});

test("our own records come back as the frames they were", () => {
  const frames = [
    frame(4, "cp", '[2,"a","Heartbeat",{ }]'),
    frame(5, "cs", '[3,"a",{}]', { client: "tab-1", ref: "r-1", by: "hand" }),
  ];
  const { entries, reader } = read(write([opened, ...frames]).text);
  expect(entries).toMatchObject([{ type: "opened", version: "ocpp1.6", epoch: "e1" }, ...frames]);
  expect(reader.identity).toBe("CP1");
});

test("records of other programs are read, with and without the raw frame", () => {
  const base = { schemaVersion: "1.1", timestamp: "2024-01-15T10:00:00+01:00", transport: "json", new: "field" };
  const lines = [
    {
      ...base,
      ocppVersion: "2.0.1",
      direction: "cp-to-csms",
      messageType: "CALL",
      messageId: "1",
      action: "Heartbeat",
    },
    { ...base, direction: "csms-to-cp", messageType: "CALLERROR", messageId: "1", error: { code: "GenericError" } },
    { ...base, transport: "soap", raw: "<x/>", direction: "csms-to-cp", messageType: "CALLRESULT", payload: { a: 1 } },
    { ...base, chargePointId: "A", direction: "cp-to-csms", messageType: "CALL", raw: '[2,"2","X", {}]' },
    { ...base, chargePointId: "B", direction: "cp-to-csms", messageType: "CALL", raw: '[2,"3","X",{}]' },
    { ...base, direction: "up", messageType: "CALL" },
    { ...base, direction: "cp-to-csms", messageType: "CALL", timestamp: "yesterday" },
    { ...base, direction: "cp-to-csms", messageType: "CALL" },
  ];
  const { entries, reader } = read(lines.map((line) => JSON.stringify(line)).join("\n"));
  expect(entries.map((entry) => (entry.type === "frame" ? entry.text : entry.type))).toEqual([
    "opened",
    '[2,"1","Heartbeat",{}]',
    '[4,"1","GenericError","",{}]',
    '[3,"",{"a":1}]',
    '[2,"2","X", {}]',
  ]);
  expect(entries[1]).toMatchObject({ from: "cp", at: Date.UTC(2024, 0, 15, 9), seq: 1 });
  expect(entries[0]).toMatchObject({ version: "ocpp2.0.1" });
  expect([...reader.foreign]).toEqual([["B", 1]]);
  expect(reader.faults.map(({ line }) => line)).toEqual([6, 7, 8]);
});

test("a newer major version is refused by name", () => {
  const { reader, entries } = read(
    '{"schemaVersion":"2.0","direction":"cp-to-csms","messageType":"CALL","timestamp":"2024-01-15T10:00:00Z"}',
  );
  expect(entries).toEqual([]);
  expect(reader.refused).toBe("This file is an Open OCPP Trace of a newer version; this page reads version 1.");
});
