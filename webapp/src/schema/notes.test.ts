import { beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../engine/json";
import type { Kind } from "./carried";
import { loadVersion } from "./load";
import { type Version, versions } from "./version";

beforeAll(() => Promise.all(versions.map(loadVersion)), 60_000);

async function sentences(version: Version, action: string, kind: Kind, payload: Json): Promise<string[]> {
  return (await loadVersion(version)).notes(action, kind, payload).map(({ sentence }) => sentence);
}

function meter(sample: Json): Json {
  return { connectorId: 1, meterValue: [{ timestamp: "2026-11-20T12:00:00Z", sampledValue: [sample] }] };
}

function stop(more: { [key: string]: Json }): Json {
  return { transactionId: 4711, meterStop: 18_267, timestamp: "2026-11-20T12:00:00Z", ...more };
}

describe("OCPP 1.6", () => {
  const fits: [string, Kind, Json][] = [
    ["Celsius, as the errata spell it", "call", meter({ value: "21", unit: "Celsius" })],
    ["Celcius, as the first edition spelt it", "call", meter({ value: "21", unit: "Celcius" })],
    ["Hertz, which only the errata have", "call", meter({ value: "50", measurand: "Frequency", unit: "Hertz" })],
  ];
  test.each(fits)("takes %s", async (_what, kind, payload) => {
    expect(await sentences("ocpp1.6", "MeterValues", kind, payload)).toEqual([]);
  });

  test.each<[string, Kind, Json]>([
    ["StopTransaction", "call", stop({})],
    ["StopTransaction", "call", stop({ reason: "DeAuthorized", idTag: "04A1B2C3" })],
    ["SendLocalList", "call", { listVersion: 1, updateType: "Full" }],
    [
      "SendLocalList",
      "call",
      {
        listVersion: 2,
        updateType: "Full",
        localAuthorizationList: [{ idTag: "04A1", idTagInfo: { status: "Accepted" } }],
      },
    ],
    ["UpdateFirmware", "call", { location: "ftp://a/b", retrieveDate: "2026-11-20T12:00:00+01:00", retries: 3 }],
    ["GetDiagnostics", "call", { location: "ftp://files.lan/x", retries: 1, retryInterval: 60 }],
    ["SetChargingProfile", "call", profile(16.1)],
    ["SignCertificate", "call", { csr: "-----BEGIN" }],
    ["SecurityEventNotification", "call", { type: "StartupOfTheDevice", timestamp: "2026-11-20T12:00:00Z" }],
  ])("takes a sound %s", async (action, kind, payload) => {
    expect(await sentences("ocpp1.6", action, kind, payload)).toEqual([]);
  });

  test.each<[string, Kind, Json, string]>([
    [
      "MeterValues",
      "call",
      meter({ value: "40", unit: "Percentage" }),
      "…sampledValue[0].unit is Percentage; OCPP 1.6 spells it Percent.",
    ],
    ["MeterValues", "call", meter({ value: 7 }), "…sampledValue[0].value is the number 7; OCPP 1.6 wants a text."],
    ["Reset", "call", { type: "hard" }, "type is hard; OCPP 1.6 spells it Hard."],
    ["Reset", "call", { type: "Now" }, "type is Now; OCPP 1.6 allows Hard or Soft."],
    ["Reset", "call", {}, "type is missing; OCPP 1.6 requires it."],
    ["Reset", "call", null, "The payload is null; OCPP 1.6 wants an object."],
    ["Authorize", "call", { idtag: "A", idTag: "B" }, "idtag is not a field of OCPP 1.6."],
    ["Heartbeat", "call", { time: 1 }, "time is not a field of OCPP 1.6."],
    ["Authorize", "call", { idTag: "x".repeat(25) }, "idTag has 25 characters; OCPP 1.6 allows 20."],
    [
      "StopTransaction",
      "call",
      stop({ transactionId: "4711" }),
      'transactionId is the text "4711"; OCPP 1.6 wants a whole number.',
    ],
    ["Teleport", "call", {}, "OCPP 1.6 has no action Teleport."],
    ["toString", "result", {}, "OCPP 1.6 has no answer to toString."],
  ])("says what is wrong with a %s", async (action, kind, payload, sentence) => {
    expect(await sentences("ocpp1.6", action, kind, payload)).toEqual([sentence]);
  });

  test("says which key was meant", async () => {
    expect(await sentences("ocpp1.6", "Authorize", "call", { idtag: "A" })).toEqual([
      "idTag is missing; OCPP 1.6 requires it.",
      "idtag is not a field of OCPP 1.6, which spells it idTag.",
    ]);
  });

  test.each([
    ["2026-11-20T12:00:00", "timestamp is 2026-11-20T12:00:00, without a time zone; OCPP 1.6 wants one, such as Z."],
    ["2026-11-20T12:00:00+03", "timestamp is 2026-11-20T12:00:00+03; OCPP 1.6 writes it like 2025-01-31T12:00:00Z."],
    ["yesterday", "timestamp is yesterday, which is no date and time such as 2025-01-31T12:00:00Z."],
  ])("reads the clock of a charger that says %s", async (timestamp, sentence) => {
    expect(await sentences("ocpp1.6", "StopTransaction", "call", stop({ timestamp }))).toEqual([sentence]);
  });

  test("counts what nobody would read", async () => {
    const payload = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`key${at}`, at]));
    const all = await sentences("ocpp1.6", "Heartbeat", "call", payload);
    expect(all).toHaveLength(101);
    expect(all.at(-1)).toBe("4900 more of the kind.");
  });
});

test.each<[Version, string, Json, string[]]>([
  ["ocpp2.0.1", "BootNotification", { reason: "PowerUp", chargingStation: { model: "M", vendorName: "V" } }, []],
  [
    "ocpp2.0.1",
    "BootNotification",
    { reason: "powerup", chargingStation: { model: "M" } },
    [
      "chargingStation.vendorName is missing; OCPP 2.0.1 requires it.",
      "reason is powerup; OCPP 2.0.1 spells it PowerUp.",
    ],
  ],
  [
    "ocpp2.0.1",
    "Get15118EVCertificate",
    { exiRequest: "", action: "Install" },
    ["iso15118SchemaVersion is missing; OCPP 2.0.1 requires it."],
  ],
  [
    "ocpp2.0.1",
    "SetVariables",
    { setVariableData: [] },
    ["setVariableData has no items; OCPP 2.0.1 wants at least 1."],
  ],
  [
    "ocpp2.1",
    "NotifyPeriodicEventStream",
    { id: 1, pending: 0, basetime: "2026-11-20T12:00:00Z", data: [{ t: 0, v: "1" }] },
    [],
  ],
  ["ocpp2.1", "ClosePeriodicEventStream", { id: -1 }, ["id is -1; OCPP 2.1 wants at least 0."]],
  ["ocpp2.1", "Heartbeat", { customData: { vendorId: "com.voltaire", anything: [1] } }, []],
])("%s %s", async (version, action, payload, expected) => {
  expect(await sentences(version, action, "call", payload)).toEqual(expected);
});

test("2.1 has no answer to a SEND", async () => {
  expect(await sentences("ocpp2.1", "NotifyPeriodicEventStream", "result", {})).toEqual([
    "OCPP 2.1 has no answer to NotifyPeriodicEventStream.",
  ]);
});

function profile(limit: number): Json {
  const chargingSchedule = { chargingRateUnit: "A", chargingSchedulePeriod: [{ startPeriod: 0, limit }] };
  const csChargingProfiles = {
    chargingProfileId: 1,
    stackLevel: 0,
    chargingProfilePurpose: "TxDefaultProfile",
    chargingProfileKind: "Relative",
    chargingSchedule,
  };
  return { connectorId: 1, csChargingProfiles };
}
