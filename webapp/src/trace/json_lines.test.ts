import { expect, test } from "vitest";
import type { Header } from "./format";
import { JsonLines, readHeader, upToDate } from "./json_lines";
import { LogReader } from "./log_reader";
import { inventedLog } from "./testing/invented";

const header: Header = {
  identity: "CP 1/2",
  exportedAt: Date.UTC(2026, 10, 20),
  app: "0.1.0",
  client: "tab-1",
  frames: "all",
  anonymised: false,
};

function read(text: string): { reader: LogReader; entries: unknown[] } {
  const reader = new LogReader();
  // Decoded from bytes, as a file is.
  const lines = new TextDecoder().decode(new TextEncoder().encode(text)).split("\n");
  return { reader, entries: lines.flatMap((line, index) => reader.read(line, index + 1)) };
}

test("what was written is read back exactly, whatever it holds", () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const entries = inventedLog(seed);
    const writer = new JsonLines(header);
    const back = read(writer.begin() + entries.map((entry) => writer.write(entry)).join(""));
    expect(back.entries).toEqual(entries);
    expect(back.reader).toMatchObject({ header, identity: "CP 1/2", faulty: 0, unknown: 0, refused: null });
  }
});

test("a bad line is told by its number and loses nothing of the rest", () => {
  const good = JSON.stringify({ type: "frame", epoch: "e", seq: 1, at: 5, from: "cp", text: "[]" });
  const lines = [
    good,
    "{",
    "[]",
    '{"type":"frame","epoch":"e","seq":1,"at":5,"from":"cp"}',
    '{"type":"closed"}',
    "",
    good,
  ];
  const { reader, entries } = read([...lines, '{"type":"pin","epoch":"e","seq":1}', '{"a":1}'].join("\r\n"));
  expect(entries).toHaveLength(2);
  expect(reader.faults).toEqual([
    { line: 2, words: "It ends too early." },
    { line: 3, words: "It is not a JSON object." },
    { line: 4, words: "The frame has neither text nor base64." },
    { line: 5, words: "Its epoch is missing, or no text." },
    { line: 9, words: "It has no type." },
  ]);
  expect(reader.unknown).toBe(1);
});

test("a file of a newer version is refused by name", () => {
  const { reader, entries } = read(
    '{"format":"ocpp-relay.log","version":2,"identity":"CP1"}\n{"type":"life","event":"gap","at":1,"words":"x"}',
  );
  expect(entries).toEqual([]);
  expect(reader.refused).toBe("This file is a log in version 2 of its format; this page reads up to version 1.");
});

test("a file of an older version is brought up to date line by line", () => {
  const steps = [({ charger, ...line }) => ({ ...line, identity: charger ?? null })] as Parameters<typeof upToDate>[2];
  const line = { format: "ocpp-relay.log", version: 1, charger: "CP1" };
  expect(readHeader(line, steps)).toMatchObject({ ok: true, version: 1, header: { identity: "CP1" } });
  expect(upToDate({ identity: "CP2" }, 2, steps)).toEqual({ identity: "CP2" });
});

test("a part of a log says so, so that its answers without a call are no fault of the charger", () => {
  const writer = new JsonLines({ ...header, frames: "shown" });
  const frame = { type: "frame", epoch: "e", seq: 7, at: 5, from: "cs", text: '[3,"a",{}]' } as const;
  expect(read(writer.begin() + writer.write(frame)).entries).toMatchObject([
    { type: "life", event: "gap", at: 5 },
    frame,
  ]);
});
