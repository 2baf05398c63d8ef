import { expect, test } from "vitest";
import { sampleCharger } from "../../../test/sample_charger";
import { seenFor } from "./seen";

const charger = sampleCharger("CP1");
const [first] = charger.connectors;

test("connectors are offered by their number, those of 2.x without their EVSE", () => {
  expect(seenFor(charger, ["connectorId"])).toEqual(charger.connectors.map(({ id }) => id));
  const connectors = first === undefined ? [] : [{ ...first, id: "1.2" }];
  expect(seenFor({ connectors }, ["evse", "connectorId"])).toEqual(["2"]);
  expect(seenFor({ connectors }, ["evseId"])).toEqual(["1"]);
});

test("transactions and tags are offered while they run", () => {
  const transaction = first?.transaction ? { ...first.transaction, id: "4711", tag: "04A1" } : null;
  const connectors =
    first === undefined
      ? []
      : [
          { ...first, transaction },
          { ...first, transaction: null },
        ];
  expect(seenFor({ connectors }, ["transactionId"])).toEqual(["4711"]);
  expect(seenFor({ connectors }, ["idTag"])).toEqual(["04A1"]);
  expect(seenFor({ connectors }, ["vendorId"])).toEqual([]);
});
