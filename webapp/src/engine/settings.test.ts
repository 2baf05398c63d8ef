import { beforeEach, expect, test } from "vitest";
import type { JsonObject } from "./json";
import { GlanceScript } from "./testing/glance_script";

let charger: GlanceScript;
beforeEach(() => {
  charger = new GlanceScript();
});

const keys: JsonObject = {
  configurationKey: [
    { key: "HeartbeatInterval", readonly: false, value: "60" },
    { key: "NumberOfConnectors", readonly: true, value: "2" },
    { key: "AuthorizationKey", readonly: false },
  ],
  unknownKey: [],
};

test("1.6: what GetConfiguration answered, by name, with its lock", () => {
  charger.cs("GetConfiguration", {}, keys);
  expect(charger.settings.map(({ name, value, readonly }) => [name, value, readonly])).toEqual([
    ["AuthorizationKey", null, false],
    ["HeartbeatInterval", "60", false],
    ["NumberOfConnectors", "2", true],
  ]);
  expect(charger.page.view.read).toMatchObject({ count: 3, source: { action: "GetConfiguration", seq: 2 } });
});

test("1.6: asking for one key is not reading all", () => {
  charger.cs(
    "GetConfiguration",
    { key: ["HeartbeatInterval"] },
    { configurationKey: [{ key: "HeartbeatInterval", readonly: false, value: "60" }] },
  );
  expect(charger.settings).toHaveLength(1);
  expect(charger.page.view.read).toBeNull();
});

test("1.6: a value is ours only when the charger took it", () => {
  charger.cs("GetConfiguration", {}, keys);
  charger.cs("ChangeConfiguration", { key: "HeartbeatInterval", value: "300" });
  expect(charger.setting("HeartbeatInterval")).toMatchObject({
    value: "60",
    attempt: { state: "waiting", value: "300" },
  });
  charger.cs("ChangeConfiguration", { key: "HeartbeatInterval", value: "300" }, { status: "Rejected" });
  expect(charger.setting("HeartbeatInterval")).toMatchObject({
    value: "60",
    attempt: { state: "refused", words: "Rejected" },
  });
  charger.cs("ChangeConfiguration", { key: "HeartbeatInterval", value: "300" }, { status: "Accepted" });
  expect(charger.setting("HeartbeatInterval")).toMatchObject({ value: "300", attempt: { state: "accepted" } });
});

test("1.6: after restart, until it has restarted", () => {
  charger.cs("ChangeConfiguration", { key: "WebSocketPingInterval", value: "60" }, { status: "RebootRequired" });
  expect(charger.setting("WebSocketPingInterval")).toMatchObject({ value: "60", attempt: { state: "restart" } });
  charger.cp("BootNotification", { chargePointVendor: "V", chargePointModel: "M" }, { status: "Accepted" });
  expect(charger.setting("WebSocketPingInterval")).toMatchObject({ value: "60", attempt: null });
});

test("an error, or no answer at all, is no value", () => {
  charger.cs("ChangeConfiguration", { key: "A", value: "1" });
  charger.frame("cp", '[4,"c1","NotImplemented","",{}]');
  expect(charger.setting("A")).toMatchObject({ value: null, attempt: { state: "refused", words: "NotImplemented" } });
  charger.cs("ChangeConfiguration", { key: "B", value: "1" });
  charger.wait(31);
  expect(charger.setting("B")).toMatchObject({ value: null, attempt: { state: "refused", words: "no answer" } });
});

const heartbeat: JsonObject = { component: { name: "OCPPCommCtrlr" }, variable: { name: "HeartbeatInterval" } };

test("2.x: the parts of a report, by component", () => {
  const entry = (name: string, attribute: JsonObject): JsonObject => ({
    component: { name: "Connector", evse: { id: 1, connectorId: 1 } },
    variable: { name },
    variableAttribute: [attribute],
  });
  charger.cs("GetBaseReport", { requestId: 17, reportBase: "FullInventory" }, { status: "Accepted" });
  const reportData = [
    {
      ...heartbeat,
      variableAttribute: [
        { value: "60", mutability: "ReadWrite" },
        { type: "MaxSet", value: "900", mutability: "ReadOnly" },
      ],
    },
  ];
  charger.cp("NotifyReport", { requestId: 17, seqNo: 0, tbc: true, generatedAt: charger.time(), reportData });
  expect(charger.read().view.read).toBeNull();
  const last = [entry("Available", { value: "true", mutability: "ReadOnly" })];
  charger.cp("NotifyReport", { requestId: 17, seqNo: 1, generatedAt: charger.time(), reportData: last });
  expect(charger.settings.map(({ component, name, value, readonly }) => [component, name, value, readonly])).toEqual([
    ["Connector, EVSE 1.1", "Available", "true", true],
    ["OCPPCommCtrlr", "HeartbeatInterval", "60", false],
    ["OCPPCommCtrlr", "HeartbeatInterval (MaxSet)", "900", true],
  ]);
  expect(charger.page.view.read?.count).toBe(3);
});

test("2.x: GetVariables and SetVariables, each variable by its own status", () => {
  const unknown: JsonObject = { component: { name: "X" }, variable: { name: "Y" } };
  charger.cs(
    "GetVariables",
    { getVariableData: [heartbeat, unknown] },
    {
      getVariableResult: [
        { ...heartbeat, attributeStatus: "Accepted", attributeValue: "60" },
        { ...unknown, attributeStatus: "UnknownComponent" },
      ],
    },
  );
  expect(charger.settings.map(({ id }) => id)).toHaveLength(1);
  charger.cs(
    "SetVariables",
    {
      setVariableData: [
        { ...heartbeat, attributeValue: "300" },
        { ...unknown, attributeValue: "1" },
      ],
    },
    {
      setVariableResult: [
        { ...unknown, attributeStatus: "UnknownComponent" },
        { ...heartbeat, attributeStatus: "Accepted" },
      ],
    },
  );
  expect(charger.setting("HeartbeatInterval")).toMatchObject({ value: "300", attempt: { state: "accepted" } });
  expect(charger.setting("Y")).toMatchObject({ value: null, attempt: { state: "refused", words: "UnknownComponent" } });
});
