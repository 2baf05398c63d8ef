import { expect, test } from "vitest";
import type { Entry } from "../store/kept";
import { Csv } from "./csv";
import { inventedLog } from "./testing/invented";

function table(entries: readonly Entry[]): string[][] {
  const csv = new Csv();
  return cells(csv.begin() + entries.map((entry) => csv.write(entry)).join(""));
}

/** A reader as RFC 4180 describes it. */
function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

const at = Date.UTC(2026, 10, 20, 12);

test("a frame is a row that a person can read, an answer knows its call", () => {
  const text = '[2,"a","StatusNotification",{"connectorId":1,"status":"Charging","errorCode":"NoError"}]';
  const [head, ...rows] = table([
    { type: "life", event: "opened", tone: "plain", at, words: 'The charger connected. From "far", away.' },
    { type: "frame", epoch: "e", seq: 1, at, from: "cp", text },
    { type: "frame", epoch: "e", seq: 2, at: at + 3, from: "cs", text: '[3,"a",{}]', by: "rule: Accept all" },
  ]);
  const named = rows.map((row) =>
    Object.fromEntries(row.map((value, index): [string, string] => [head?.[index] ?? "", value])),
  );
  expect(named).toMatchObject([
    { kind: "connection", summary: 'The charger connected. From "far", away.', frame: "" },
    {
      time: "2026-11-20T12:00:00.000Z",
      from: "charge point",
      kind: "call",
      action: "StatusNotification",
      "unique id": "a",
      connector: "1",
      summary: "Connector 1: Charging",
      frame: text,
    },
    { kind: "result", action: "StatusNotification", "answered after ms": "3", "answered by": "rule: Accept all" },
  ]);
});

test("no cell begins like a formula, and every row has all columns", () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const rows = table(inventedLog(seed));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([13]));
    for (const value of rows.flat()) expect(value).not.toMatch(/^\s*[=+\-@\t\r]/);
  }
  const [, row] = table([{ type: "frame", epoch: "e", seq: 1, at, from: "cp", text: '=HYPERLINK("http://x")' }]);
  expect(row?.at(-1)).toBe(`'=HYPERLINK("http://x")`);
});
