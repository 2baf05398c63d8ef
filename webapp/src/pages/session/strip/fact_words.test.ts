import { expect, test } from "vitest";
import type { Connection, Connector } from "../../../live/contract";
import { sampleCharger } from "../../../test/sample_charger";
import { closeFault } from "./close_fault";
import { connectorFigures, isFaulted, statusTally } from "./connector_words";
import { clockWords, flagWords, lateClock } from "./fact_words";

const { connectors, connection } = sampleCharger("CP1");

test("a charging connector tells power, energy of the transaction and charge", () => {
  expect(connectors.map(connectorFigures)).toEqual([["7.36 kW", "0.063 kWh", "32 %"], []]);
});

test("many connectors are counted by state", () => {
  const many = [...connectors, ...connectors.slice(1), ...connectors.slice(1)];
  expect(statusTally(many)).toBe("3 Available · 1 Charging");
});

test("NoError is no fault", () => {
  expect(connectors.map(isFaulted)).toEqual([false, false]);
  expect(isFaulted({ ...(connectors[1] as Connector), error: "GroundFailure" })).toBe(true);
});

test("a clock is ahead or behind, and worth a colour over 30 s", () => {
  expect([clockWords(800), clockWords(-42_000), clockWords(3_700_000)]).toEqual([
    ["0.8 s", "ahead"],
    ["42.0 s", "behind"],
    ["1 h 1 min", "ahead"],
  ]);
  expect([clockWords(-49), clockWords(49), clockWords(-50)]).toEqual([
    ["in step", ""],
    ["in step", ""],
    ["0.1 s", "behind"],
  ]);
  expect([lateClock(29_000), lateClock(-31_000)]).toEqual([false, true]);
});

test("flags have a word and a sentence; a flag of a newer relay is shown as it is called", () => {
  const flags = flagWords({ ...(connection as Connection), flags: ["no-subprotocol", "brand-new"] });
  expect(flags.map(({ words }) => words)).toEqual(["no subprotocol: taken as 1.6", "brand-new"]);
});

test("only goodbyes that the relay sends are offered", () => {
  expect([closeFault(1001, ""), closeFault(4999, "x")]).toEqual([null, null]);
  expect(closeFault(1006, "")).toMatch(/1000, 1001/);
  expect(closeFault(1000, "ü".repeat(62))).toMatch(/123 bytes/);
});
