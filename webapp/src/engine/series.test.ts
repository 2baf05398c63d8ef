import { expect, test } from "vitest";
import type { JsonObject } from "./json";
import { Series } from "./series";
import { GlanceScript } from "./testing/glance_script";
import { noon } from "./testing/script";

const name = {
  key: "k",
  place: "1",
  label: "Connector 1",
  measurand: "Voltage",
  phase: null,
  location: null,
  unit: "V",
};

test("points stand in the order of their times, however they come", () => {
  const series = new Series(name);
  for (const at of [3, 1, 2, 2]) series.add(at, at * 10);
  series.add(2, 21);
  expect([series.times, series.values]).toEqual([
    [1, 2, 3],
    [10, 21, 30],
  ]);
});

test("memory stays bounded over a day of one point a second, and no peak is lost", () => {
  const series = new Series(name);
  for (let at = 0; at < 86_400; at += 1) series.add(at, at === 5000 ? 400 : at === 7001 ? 3 : 230);
  expect(series.times.length).toBeLessThan(4097);
  expect(Math.max(...series.values)).toBe(400);
  expect(Math.min(...series.values)).toBe(3);
  expect(series.times).toEqual([...series.times].sort((one, other) => one - other));
  expect(series.thinnedBefore).toBeGreaterThan(80_000);
});

function sampled(charger: GlanceScript, sampledValue: JsonObject[], extra: JsonObject = {}): void {
  charger.cp("MeterValues", { connectorId: 1, meterValue: [{ timestamp: charger.time(), sampledValue }], ...extra });
}

test("one series for each place, measurand, phase and location, in the units people read", () => {
  const charger = new GlanceScript();
  sampled(charger, [
    { value: "7360", measurand: "Power.Active.Import", unit: "W" },
    { value: "18.267", measurand: "Energy.Active.Import.Register", unit: "kWh" },
    { value: "10.7", measurand: "Current.Import", phase: "L1", unit: "A" },
    { value: "53", measurand: "SoC", unit: "Percent" },
    { value: "31", measurand: "Temperature", unit: "Celsius", location: "Inlet" },
  ]);
  const series = charger.read().view.series.map(({ name: one, values }) => [one.measurand, one.unit, values]);
  expect(series).toEqual([
    ["Power.Active.Import", "kW", [7.36]],
    ["Energy.Active.Import.Register", "kWh", [18.267]],
    ["Current.Import", "A", [10.7]],
    ["SoC", "%", [53]],
    ["Temperature", "°C", [31]],
  ]);
});

test("kW and W are one series; what is no number leaves no point", () => {
  const charger = new GlanceScript();
  const power = { measurand: "Power.Active.Import" };
  sampled(charger, [{ ...power, value: "7360" }]);
  charger.wait(10);
  sampled(charger, [{ ...power, value: "7.4", unit: "kW" }]);
  charger.wait(10);
  sampled(charger, [
    { ...power, value: "n/a" },
    { ...power, value: "31323334", format: "SignedData" },
  ]);
  expect(charger.read().view.series.map(({ values }) => values)).toEqual([[7.36, 7.4]]);
});

test("a clock that was never set does not stretch the chart over fifty years", () => {
  const charger = new GlanceScript();
  const meterValue = [{ timestamp: "1970-01-01T00:00:10Z", sampledValue: [{ value: "1" }] }];
  charger.cp("MeterValues", { connectorId: 1, meterValue });
  expect(charger.read().view.series[0]?.times).toEqual([noon]);
});

test("2.x: an EVSE's meter is one, whether its connector is named or not", () => {
  const charger = new GlanceScript();
  const meterValue = () => [
    {
      timestamp: charger.time(),
      sampledValue: [{ value: 1, unitOfMeasure: { unit: "kW", multiplier: 0 }, measurand: "Power.Active.Import" }],
    },
  ];
  const info = { seqNo: 0, triggerReason: "CablePluggedIn", transactionInfo: { transactionId: "t" } };
  charger.cp("TransactionEvent", {
    eventType: "Started",
    timestamp: charger.time(),
    evse: { id: 1, connectorId: 1 },
    ...info,
    meterValue: meterValue(),
  });
  charger.wait(10);
  charger.cp("TransactionEvent", {
    eventType: "Updated",
    timestamp: charger.time(),
    ...info,
    meterValue: meterValue(),
  });
  charger.wait(10);
  charger.cp("MeterValues", { evseId: 1, meterValue: meterValue() });
  expect(charger.read().view.series.map(({ name: one, times }) => [one.label, times.length])).toEqual([["EVSE 1", 3]]);
});

test("only what is new goes to the page", () => {
  const charger = new GlanceScript();
  sampled(charger, [{ value: "1" }]);
  expect(charger.log.glance.take()).toMatchObject({ reset: true, points: [{ value: [0.001] }] });
  expect(charger.log.glance.take()).toBeNull();
  charger.wait(10);
  sampled(charger, [{ value: "2" }]);
  expect(charger.log.glance.take()).toMatchObject({ reset: false, points: [{ value: [0.002] }] });
});

test("while the charger was away", () => {
  const charger = new GlanceScript();
  charger.closed();
  charger.wait(120);
  charger.opened();
  charger.closed();
  expect(charger.read().view.absences).toEqual([{ from: noon, until: noon + 120_000 }]);
});
