import { expect, test } from "vitest";
import { sampleCharger } from "../../../test/sample_charger";
import { seenFor } from "./seen";

const { connectors, seen } = sampleCharger("CP1");
const [first, second] = connectors;
const charger = { connectors, seen };

test("connectors are offered by their number, those of 2.x without their EVSE", () => {
  expect(seenFor(charger, ["connectorId"])).toEqual(connectors.map(({ id }) => id));
  const evse = { ...charger, connectors: first === undefined ? [] : [{ ...first, id: "1.2" }] };
  expect(seenFor(evse, ["evse", "connectorId"])).toEqual(["2"]);
  expect(seenFor(evse, ["evseId"])).toEqual(["1"]);
  expect(seenFor(evse, ["evse", "id"])).toEqual(["1"]);
  expect(seenFor(evse, ["message", "id"])).toEqual([]);
});

test("transactions are offered while they run, with the place they run on", () => {
  expect(seenFor(charger, ["csChargingProfiles", "transactionId"])).toEqual([{ value: "4711", words: "running on 1" }]);
  expect(seenFor({ ...charger, connectors: second === undefined ? [] : [second] }, ["transactionId"])).toEqual([]);
});

test("tags, keys and variables that came by", () => {
  expect(seenFor(charger, ["idTag"])).toEqual(["04A1B2C3D4", "04FFEE0912"]);
  expect(seenFor(charger, ["key", 0])).toEqual(["HeartbeatInterval"]);
  const more = { ...charger, seen: { ...seen, components: ["EVSE"], variables: ["Power"] } };
  expect(seenFor(more, ["getVariableData", 0, "component", "name"])).toEqual(["EVSE"]);
  expect(seenFor(more, ["getVariableData", 0, "variable", "name"])).toEqual(["Power"]);
  expect(seenFor(charger, ["vendorId"])).toEqual([]);
});
