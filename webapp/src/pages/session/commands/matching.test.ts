import { expect, test } from "vitest";
import { actionsOf } from "./catalogue/actions";
import type { Version } from "../../../schema/version";
import { matching } from "./matching";

const names = (typed: string, version: Version = "ocpp1.6") =>
  matching(actionsOf(version), typed).map(({ name }) => name);

test("what begins with the letters comes first, then what holds them", () => {
  expect(names("reset")).toEqual(["Reset"]);
  expect(names("change")).toEqual(["ChangeAvailability", "ChangeConfiguration"]);
  expect(names("trigger")).toEqual(["TriggerMessage", "ExtendedTriggerMessage"]);
});

test("capitals are enough", () => {
  expect(names("scp")).toEqual(["SetChargingProfile"]);
});

test("each version has its own", () => {
  expect(names("remotestart", "ocpp2.0.1")).toEqual([]);
  expect(names("requeststart", "ocpp2.1")).toEqual(["RequestStartTransaction"]);
  expect(names("tariff", "ocpp2.0.1")).toEqual([]);
});
