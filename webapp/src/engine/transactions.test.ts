import { beforeEach, expect, test } from "vitest";
import type { JsonObject } from "./json";
import { GlanceScript } from "./testing/glance_script";

let charger: GlanceScript;
beforeEach(() => {
  charger = new GlanceScript();
});

function start(id: number, connectorId: number, meterStart: number): void {
  const timestamp = charger.time();
  charger.cp("StartTransaction", { connectorId, idTag: "04A1", meterStart, timestamp }, { transactionId: id });
}

function meter(wh: number, extra: JsonObject = {}): void {
  const sampledValue = [{ value: String(wh), measurand: "Energy.Active.Import.Register", unit: "Wh" }];
  charger.cp("MeterValues", { connectorId: 1, meterValue: [{ timestamp: charger.time(), sampledValue }], ...extra });
}

function event(eventType: string, transactionId: string, extra: JsonObject = {}): void {
  const timestamp = charger.time();
  const told = { eventType, timestamp, triggerReason: "MeterValuePeriodic", seqNo: 0 };
  charger.cp("TransactionEvent", { ...told, transactionInfo: { transactionId }, ...extra });
}

const energy = (wh: number): JsonObject => ({
  meterValue: [{ timestamp: charger.time(), sampledValue: [{ value: wh, unitOfMeasure: { unit: "Wh" } }] }],
});

test("1.6: from start to stop", () => {
  start(4711, 1, 18_204);
  const started = charger.now;
  expect(charger.transactions).toMatchObject([
    { id: "4711", connector: "1", tag: "04A1", state: "running", start: started, stop: null, energyWh: null },
  ]);
  charger.wait(60);
  meter(18_267, { transactionId: 4711 });
  expect(charger.transactions[0]).toMatchObject({ energyWh: 63, partial: false });
  charger.wait(60);
  const timestamp = charger.time();
  charger.cp("StopTransaction", { transactionId: 4711, meterStop: 28_674, timestamp, reason: "EVDisconnected" });
  expect(charger.transactions).toMatchObject([
    { state: "ended", stop: charger.now, energyWh: 10_470, reason: "EVDisconnected", offline: false },
  ]);
});

test("1.6: meter values that leave the transaction out count for what runs on the connector", () => {
  start(1, 1, 100);
  meter(400);
  expect(charger.transactions[0]?.energyWh).toBe(300);
});

test("1.6: a stop whose start was not seen leaves unknown what nobody told", () => {
  const stop = { transactionId: 9, meterStop: 500, timestamp: charger.time(), idTag: "04FF" };
  charger.cp("StopTransaction", stop);
  expect(charger.transactions).toMatchObject([
    { id: "9", connector: null, start: null, tag: "04FF", state: "ended", energyWh: null, reason: null },
  ]);
});

test("1.6: transactionData tells what the stop leaves out", () => {
  const sampled = (value: string, context: string) => ({
    timestamp: charger.time(),
    sampledValue: [{ value, context }],
  });
  const first = sampled("100", "Transaction.Begin");
  charger.wait(60);
  const transactionData = [first, sampled("350", "Transaction.End")];
  charger.cp("StopTransaction", { transactionId: 9, meterStop: 350, timestamp: charger.time(), transactionData });
  expect(charger.transactions[0]).toMatchObject({ energyWh: 250, partial: true });
});

test("1.6: told again after it had been offline, it stays one transaction", () => {
  const begun = { connectorId: 1, idTag: "04A1", meterStart: 0, timestamp: charger.time() };
  charger.wait(3600);
  charger.cp("StartTransaction", begun, { transactionId: 5 });
  charger.cp("StartTransaction", begun, { transactionId: 5 });
  expect(charger.transactions).toMatchObject([{ id: "5", start: charger.now - 3_600_000 }]);
});

test("1.6: an id given twice makes two transactions, and the first is over", () => {
  start(1, 1, 0);
  charger.wait(60);
  start(1, 2, 0);
  expect(charger.transactions).toMatchObject([{ connector: "2" }, { connector: "1" }]);
  charger.cp("StopTransaction", { transactionId: 1, meterStop: 10, timestamp: charger.time() });
  expect(charger.transactions).toMatchObject([{ state: "ended" }, { state: "running" }]);
});

test("a new transaction on the connector, or a free connector, ends the one before without saying how", () => {
  start(1, 1, 0);
  charger.wait(60);
  start(2, 1, 10);
  expect(charger.transactions).toMatchObject([{ state: "running" }, { state: "lost", stop: null }]);
  charger.cp("StatusNotification", { connectorId: 1, errorCode: "NoError", status: "Available" });
  expect(charger.transactions[0]?.state).toBe("lost");
  charger.cp("StopTransaction", { transactionId: 2, meterStop: 20, timestamp: charger.time() });
  expect(charger.transactions[0]).toMatchObject({ state: "ended", energyWh: 10 });
});

test("2.x: later events name neither the EVSE nor the token", () => {
  const evse = { id: 1, connectorId: 1 };
  event("Started", "c9f1", { evse, idToken: { idToken: "7A31", type: "ISO14443" }, ...energy(1000) });
  charger.wait(60);
  event("Updated", "c9f1", energy(1500));
  charger.wait(60);
  event("Ended", "c9f1", {
    transactionInfo: { transactionId: "c9f1", stoppedReason: "EVDisconnected" },
    ...energy(2000),
  });
  expect(charger.transactions).toMatchObject([
    {
      id: "c9f1",
      connector: "1.1",
      tag: "7A31",
      state: "ended",
      energyWh: 1000,
      partial: false,
      reason: "EVDisconnected",
    },
  ]);
});

test("2.x: events that were sent later, in any order, neither reopen nor shorten it", () => {
  event("Updated", "t", { evse: { id: 1 }, ...energy(1500) });
  expect(charger.transactions[0]).toMatchObject({ start: null, partial: true, energyWh: 0 });
  charger.wait(60);
  event("Ended", "t", energy(2000));
  const started = charger.time(-600);
  const early = [{ timestamp: started, sampledValue: [{ value: 1000 }] }];
  event("Started", "t", { timestamp: started, offline: true, meterValue: early });
  event("Updated", "t", { offline: true });
  expect(charger.transactions).toMatchObject([
    { state: "ended", offline: true, start: charger.now - 600_000, energyWh: 1000, partial: false },
  ]);
});

test("three phases of a register add up", () => {
  start(1, 1, 0);
  const phase = (name: string, value: string) => ({ value, phase: name, measurand: "Energy.Active.Import.Register" });
  const sampledValue = [phase("L1", "100"), phase("L2", "110"), phase("L3", "120")];
  charger.cp("MeterValues", { connectorId: 1, meterValue: [{ timestamp: charger.time(), sampledValue }] });
  expect(charger.transactions[0]?.energyWh).toBe(330);
});

test("only the last few hundred are kept", () => {
  for (let id = 1; id <= 320; id += 1) {
    start(id, 1, 0);
    charger.cp("StopTransaction", { transactionId: id, meterStop: 1, timestamp: charger.time() });
    charger.wait(1);
  }
  expect(charger.transactions).toHaveLength(300);
  expect(charger.transactions[0]?.id).toBe("320");
});
