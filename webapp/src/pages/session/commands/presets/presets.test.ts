import { beforeAll, describe, expect, test } from "vitest";
import { loadVersion } from "../../../../schema/load";
import { type Version, versions } from "../../../../schema/version";
import type { VersionSchemas } from "../../../../schema/version_schemas";
import { sampleCharger } from "../../../../test/sample_charger";
import { actionsOf } from "../catalogue/actions";
import { presetsOf } from "./presets";

const noon = Date.parse("2026-11-20T12:00:00Z");
const schemas = new Map<Version, VersionSchemas>();
beforeAll(async () => {
  for (const version of versions) schemas.set(version, await loadVersion(version));
}, 60_000);

const sample = sampleCharger("CP1");
function presets(version: Version, action: string, charger = sample) {
  const schema = schemas.get(version)?.schema(action, "call");
  const { connectors, seen } = charger;
  return presetsOf({ version, action, schema, now: noon, charger: { connectors, seen } });
}
const names = (version: Version, action: string) => presets(version, action).map(({ name }) => name);
const evse = { ...sample, connectors: sample.connectors.map((one) => ({ ...one, id: `${one.id}.1` })) };

describe.each(versions)("%s", (version) => {
  test("each preset fits the standard", () => {
    const charger = version === "ocpp1.6" ? sample : evse;
    const odd = actionsOf(version).flatMap(({ name }) =>
      presets(version, name, charger).flatMap(
        ({ payload }) => schemas.get(version)?.notes(name, "call", payload) ?? [],
      ),
    );
    expect(odd).toEqual([]);
  });

  test("each message that can be triggered has one", () => {
    const messages = schemas.get(version)?.schema("TriggerMessage", "call")?.properties?.["requestedMessage"];
    expect(names(version, "TriggerMessage").length).toBeGreaterThan(5);
    expect(messages).toBeDefined();
    expect(names(version, "TriggerMessage")).toContain("MeterValues");
  });
});

test("availability of the charger and of each connector, both ways", () => {
  expect(names("ocpp1.6", "ChangeAvailability")).toEqual([
    "Charger: Inoperative",
    "Charger: Operative",
    "Connector 1: Inoperative",
    "Connector 1: Operative",
    "Connector 2: Inoperative",
    "Connector 2: Operative",
  ]);
  expect(presets("ocpp2.0.1", "ChangeAvailability", evse).map(({ name }) => name)).toContain("EVSE 2.1: Operative");
});

test("a limit now is for the transaction that runs; one for the evening is for every one", () => {
  expect(names("ocpp1.6", "SetChargingProfile")).toEqual(["16 A now", "6 A from 18:00", "Pause"]);
  const [now, evening] = presets("ocpp1.6", "SetChargingProfile");
  expect(now?.payload).toMatchObject({
    connectorId: 1,
    csChargingProfiles: { chargingProfilePurpose: "TxProfile", transactionId: 4711 },
  });
  expect(evening?.payload).toMatchObject({ csChargingProfiles: { chargingProfilePurpose: "TxDefaultProfile" } });
  expect(JSON.stringify(evening?.payload)).toMatch(/"startSchedule":"2026-11-20T\d\d:00:00Z"/);
});

test("each kind of reset", () => {
  expect(names("ocpp1.6", "Reset")).toEqual(["Hard", "Soft"]);
  expect(names("ocpp2.0.1", "Reset")).toEqual(["Immediate", "OnIdle"]);
});
