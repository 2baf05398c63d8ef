import { beforeAll, describe, expect, test } from "vitest";
import { loadVersion } from "../../../../schema/load";
import { type Version, versions } from "../../../../schema/version";
import type { VersionSchemas } from "../../../../schema/version_schemas";
import { commandSentences } from "../../../../words/command_sentences";
import { actionsOf, otherActions } from "./actions";
import { groupsOf } from "./groups";
import { starter } from "./starter";

const noon = Date.parse("2026-11-20T12:00:00.250Z");
const schemas = new Map<Version, VersionSchemas>();
beforeAll(async () => {
  for (const version of versions) schemas.set(version, await loadVersion(version));
}, 60_000);

describe.each(versions)("%s", (version) => {
  test("each call that a central system may make stands in exactly one group, with its sentence", () => {
    const grouped = groupsOf(version).flatMap(({ actions }) => actions);
    expect([...grouped].sort()).toEqual([...(schemas.get(version)?.actions.cs ?? [])].sort());
    for (const { name, sentence } of actionsOf(version)) expect(sentence, name).not.toBe("");
  });

  test("each starter fits the standard", () => {
    const odd = actionsOf(version).flatMap(({ name }) => {
      const schema = schemas.get(version)?.schema(name, "call") ?? {};
      return schemas.get(version)?.notes(name, "call", starter(schema, name, noon)) ?? [];
    });
    expect(odd).toEqual([]);
  });
});

test("no sentence is left over", () => {
  const known = new Set(versions.flatMap((version) => actionsOf(version).map(({ name }) => name)));
  expect(Object.keys(commandSentences).filter((name) => !known.has(name))).toEqual([]);
});

test("a starter is what somebody would have typed first", () => {
  const start = (version: Version, action: string) =>
    starter(schemas.get(version)?.schema(action, "call") ?? {}, action, noon);
  expect(start("ocpp1.6", "Reset")).toEqual({ type: "Soft" });
  expect(start("ocpp1.6", "RemoteStartTransaction")).toEqual({ connectorId: 1, idTag: "" });
  expect(start("ocpp1.6", "ReserveNow")).toMatchObject({ connectorId: 1, expiryDate: "2026-11-20T13:00:00Z" });
  expect(start("ocpp1.6", "SetChargingProfile")).toMatchObject({
    csChargingProfiles: { chargingSchedule: { chargingRateUnit: "A", chargingSchedulePeriod: [{ limit: 16 }] } },
  });
  expect(start("ocpp2.0.1", "GetVariables")).toEqual({
    getVariableData: [{ component: { name: "OCPPCommCtrlr" }, variable: { name: "HeartbeatInterval" } }],
  });
  expect(start("ocpp2.1", "TriggerMessage")).toEqual({ requestedMessage: "StatusNotification" });
});

test("other versions lend what this one lacks", () => {
  const names = otherActions("ocpp1.6").map(({ action }) => action.name);
  expect(names).toContain("GetVariables");
  expect(names).not.toContain("Reset");
  expect(otherActions("ocpp2.1").map(({ action }) => action.name)).toContain("GetConfiguration");
  expect(otherActions("ocpp2.1").find(({ action }) => action.name === "GetDiagnostics")?.version).toBe("ocpp1.6");
});
