import { expect, test } from "vitest";
import { readLobbyEnvelope } from "./envelope";
import { LobbyTable } from "./lobby";

function hear(table: LobbyTable, now: number, envelope: Record<string, unknown>): void {
  const read = readLobbyEnvelope(JSON.stringify(envelope));
  if (read) table.hear(read, now);
}

const present = {
  type: "present",
  identity: "CP1",
  epoch: "e1",
  since: 0,
  version: "ocpp1.6",
  flags: [],
  remote: "",
  seq: 3,
  last: 5,
  holder: null,
  name: null,
  role: null,
};
const gone = { type: "gone", identity: "CP1", epoch: "e1", seq: 3, at: 9000, code: 1001, reason: "" };
const knock = {
  type: "knock",
  at: 1000,
  remote: "10.0.0.9",
  path: "/ocpp/",
  offered: [],
  reason: "No identity",
  advice: "Add one.",
};

test("who comes is listed, with its pace once two tellings are known", () => {
  const table = new LobbyTable();
  hear(table, 0, present);
  expect(table.chargers).toMatchObject([{ identity: "CP1", framesPerMinute: null, left: null }]);
  hear(table, 10_000, { ...present, seq: 8 });
  expect(table.chargers[0]?.framesPerMinute).toBe(30);
  hear(table, 11_000, { ...present, seq: 9 });
  expect(table.chargers[0]?.framesPerMinute).toBe(30);
  hear(table, 20_000, { ...present, epoch: "e2", seq: 1 });
  expect(table.chargers[0]?.framesPerMinute).toBeNull();
});

test("who left stays for a minute, unless it is back", () => {
  const table = new LobbyTable();
  hear(table, 0, present);
  hear(table, 9000, gone);
  expect(table.chargers[0]?.left).toEqual({ at: 9000, words: "The charger closed the connection (1001, going away)." });
  expect(table.tick(68_000)).toBe(false);
  expect(table.tick(69_000)).toBe(true);
  expect(table.chargers).toEqual([]);
});

test("the end of a connection that was pushed out is not the end of its successor", () => {
  const table = new LobbyTable();
  hear(table, 0, { ...present, epoch: "e2" });
  hear(table, 9000, gone);
  expect(table.chargers[0]?.left).toBeNull();
});

test("the same knock again only counts", () => {
  const table = new LobbyTable();
  hear(table, 0, knock);
  hear(table, 0, { ...knock, path: "/" });
  hear(table, 0, { ...knock, at: 3000 });
  hear(table, 0, { ...knock, at: 3000 });
  expect(table.turnedAway).toMatchObject([
    { path: "/ocpp/", at: 3000, since: 1000, times: 2 },
    { path: "/", times: 1 },
  ]);
});

test("what is not understood is passed over", () => {
  for (const text of ["", "[]", "7", '{"type":"new"}']) expect(readLobbyEnvelope(text)).toBeUndefined();
});
