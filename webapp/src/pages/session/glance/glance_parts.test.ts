import { describe, expect, test } from "vitest";
import { sampleCharger } from "../../../test/sample_charger";
import type { Connector, Measured, SeriesName } from "../../../live/contract";
import { bandsOf } from "./chart/bands";
import { firstChoice, shownSeries } from "./chart/choice";
import { seriesTitle } from "./chart/series_words";
import { csvOf } from "./chart/table";
import { figuresOf } from "./figures";
import { lastOf } from "./last_of";
import { isTrouble } from "./reasons";
import { startCommand, stopCommand } from "./remote";
import { foundLines } from "./settings/found";
import { readAll, readSome, setOne, underway, whyNot } from "./settings/requests";

const charger = sampleCharger("CP1");
const [charging] = charger.connectors as [Connector];
const source = { action: "MeterValues", at: 0, epoch: "e", seq: 1 };
const measured = (measurand: string, value: number, unit: string, phase: string | null = null): Measured => ({
  measurand,
  value,
  unit,
  phase,
  location: null,
  at: 0,
  source,
});
const figures = (readings: Measured[]) =>
  figuresOf({ ...charging, transaction: null, readings }).map(({ name, value, unit }) => `${name}: ${value} ${unit}`);

describe("cards", () => {
  test("power, this transaction, and what else was measured; three phases stand as one", () => {
    expect(figuresOf(charging).map(({ name }) => name)).toEqual([
      "Power",
      "This transaction",
      "Current, 3 phases",
      "Voltage, 3 phases",
      "SoC",
      "Inlet",
    ]);
  });

  test("nothing is shown that was not measured", () => {
    expect(figures([])).toEqual([]);
    expect(figures([measured("SoC", 0, "Percent")])).toEqual(["SoC: 0 %"]);
  });

  test("phases of power add up; a car on one of three phases is told", () => {
    const phased = (measurand: string, values: number[], unit: string) =>
      values.map((value, place) => measured(measurand, value, unit, `L${place + 1}`));
    expect(figures(phased("Power.Active.Import", [2000, 2000, 3000], "W"))).toEqual(["Power, 3 phases: 7 kW"]);
    expect(figures(phased("Current.Import", [16, 0, 0], "A"))).toEqual(["Current, 1 of 3 phases: 16 A"]);
  });

  test("the figure of a transaction whose beginning was not seen does not pretend", () => {
    const transaction = charging.transaction && { ...charging.transaction, partial: true };
    expect(figuresOf({ ...charging, transaction })[1]?.name).toBe("Since first seen");
  });

  test("commands are filled in the version's words", () => {
    expect(stopCommand("ocpp1.6", "4711")).toEqual({
      action: "RemoteStopTransaction",
      payload: { transactionId: 4711 },
    });
    expect(stopCommand("ocpp2.1", "c9f1")).toEqual({
      action: "RequestStopTransaction",
      payload: { transactionId: "c9f1" },
    });
    expect(startCommand("ocpp1.6", { id: "2" }, "04A1", 7).payload).toEqual({ connectorId: 2, idTag: "04A1" });
    expect(startCommand("ocpp2.0.1", { id: "1.2" }, "04A1", 7)).toEqual({
      action: "RequestStartTransaction",
      payload: { evseId: 1, remoteStartId: 7, idToken: { idToken: "04A1", type: "ISO14443" } },
    });
  });
});

describe("transactions", () => {
  const row = {
    key: 1,
    id: "4711",
    connector: "1",
    tag: null,
    start: 1000,
    stop: 5000,
    state: "ended",
    meterStartWh: 0,
    energyWh: 4180,
    partial: false,
    reason: "EVDisconnected",
    offline: false,
    source,
  } as const;

  test("bands carry id and energy; unknown ends are not drawn", () => {
    const running = { ...row, id: "4712", stop: null, state: "running", energyWh: null } as const;
    expect(bandsOf([running, row, { ...row, stop: null, state: "lost" }, { ...row, start: null }], 9000)).toEqual([
      { from: 1000, until: 9000, running: true, words: "4712" },
      { from: 1000, until: 5000, running: false, words: "4711 · 4.18 kWh" },
    ]);
  });

  test("the last of a connector is the newest that is over", () => {
    const rows = [{ ...row, key: 3, state: "running" } as const, { ...row, key: 2 }, row];
    expect(lastOf(rows).get("1")?.key).toBe(2);
  });

  test("what nobody meant is trouble", () => {
    expect(["EVDisconnected", "Local", "Remote", "DeAuthorized", "PowerLoss"].filter(isTrouble)).toEqual([
      "DeAuthorized",
      "PowerLoss",
    ]);
  });
});

describe("the chart's series", () => {
  const name = (measurand: string, unit: string, place = "1", phase: string | null = null): SeriesName => ({
    key: `${measurand} ${place} ${phase ?? ""}`,
    place,
    label: `Connector ${place}`,
    measurand,
    phase,
    location: null,
    unit,
  });
  const power = name("Power.Active.Import", "kW");
  const charge = name("SoC", "%");
  const voltages = ["L1", "L2", "L3"].map((phase) => name("Voltage", "V", "1", phase));
  const all = [
    ...voltages,
    charge,
    name("Energy.Active.Import.Register", "kWh"),
    name("Power.Active.Import", "kW", "2"),
    power,
  ];

  test("at first at most four on two axes, the most telling", () => {
    expect(shownSeries(all, {}).map(seriesTitle)).toEqual(["Power, 1 (kW)", "Power, 2 (kW)", "SoC, 1 (%)"]);
    expect(
      firstChoice([...voltages, ...voltages.map((one) => ({ ...one, key: `${one.key} 2`, place: "2" }))]),
    ).toHaveLength(4);
  });

  test("switched by hand", () => {
    const shown = shownSeries(all, { [charge.key]: false, [voltages[0]?.key ?? ""]: true });
    expect(shown.map(seriesTitle)).toEqual(["Power, 1 (kW)", "Power, 2 (kW)", "Voltage L1, 1 (V)"]);
  });

  test("as CSV: UTC, full precision, nothing where nothing was measured", () => {
    const data = {
      times: [0, 1000, 2000],
      columns: [
        [7.36, undefined, 0.1 + 0.2],
        [undefined, null, 53],
      ],
    };
    expect(csvOf([power, charge], data).split("\r\n")).toEqual([
      '"Time","Power, 1 (kW)","SoC, 1 (%)"'.replaceAll('"Time"', "Time"),
      "1970-01-01T00:00:00.000Z,7.36,",
      "1970-01-01T00:00:02.000Z,0.3,53",
      "",
    ]);
  });
});

describe("settings", () => {
  const setting = (component: string | null, name: string, value = "1") => ({
    id: `${component ?? ""}${name}`,
    component,
    name,
    value,
    readonly: false,
    source: null,
    attempt: null,
    target: { key: name },
  });

  test("each component under its name; found by name and by value", () => {
    const settings = [setting("A", "One"), setting("A", "Two"), setting("B", "Three", "on")];
    const words = (text: string) =>
      foundLines(settings, text).map((line) => (line.kind === "group" ? line.name : line.setting.name));
    expect(words("")).toEqual(["A", "One", "Two", "B", "Three"]);
    expect(words("ON")).toEqual(["A", "One", "B", "Three"]);
    expect(words("b.")).toEqual(["B", "Three"]);
  });

  test("requests in the version's words", () => {
    expect(readAll("ocpp1.6", 7)).toEqual({ action: "GetConfiguration", payload: {} });
    expect(readAll("ocpp2.0.1", 7).payload).toEqual({ requestId: 7, reportBase: "FullInventory" });
    expect(readSome("ocpp1.6", " A, B ")?.payload).toEqual({ key: ["A", "B"] });
    expect(readSome("ocpp1.6", " ")).toBeNull();
    expect(readSome("ocpp2.1", "OCPPCommCtrlr.HeartbeatInterval")?.payload).toEqual({
      getVariableData: [{ component: { name: "OCPPCommCtrlr" }, variable: { name: "HeartbeatInterval" } }],
    });
    expect(setOne({ target: { key: "A" } }, "2")).toEqual({
      action: "ChangeConfiguration",
      payload: { key: "A", value: "2" },
    });
    const target = { component: { name: "C" }, variable: { name: "V" }, attributeType: "Target" };
    expect(setOne({ target }, "2").payload).toEqual({ setVariableData: [{ ...target, attributeValue: "2" }] });
  });

  test("what waits its turn is told in the row it is meant for", () => {
    const command = {
      id: "1",
      action: "ChangeConfiguration",
      summary: "",
      text: '[2,"1","ChangeConfiguration",{"key":"A","value":"2"}]',
      at: 0,
      row: null,
      mine: true,
      state: { kind: "queued", ahead: 1, why: "turn" },
    } as const;
    expect(underway([command], { target: { key: "A" } })).toEqual({ kind: "queued" });
    expect(underway([command], { target: { key: "AB" } })).toBeNull();
  });

  test("only who answers can ask", () => {
    expect(whyNot(charger)).toBeNull();
    expect(whyNot({ ...charger, holdBack: { kind: "watching" } })).toBe("You are watching. Take over first.");
    expect(whyNot({ ...charger, holdBack: { kind: "absent" } })).toBe("CP1 is not connected.");
  });
});
