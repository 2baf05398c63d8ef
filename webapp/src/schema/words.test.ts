import { expect, test } from "vitest";
import { loadVersion } from "./load";
import { schemaAt } from "./json_schema";
import { hintOf, unitOf } from "./words";

test("the names and the URN of the model are left out", () => {
  const description = "Charging_ Profile. Kind\r\nurn:x-oca:ocpp:uid:1:569231\r\nIndicates the _kind_ of schedule.\r\n";
  expect(hintOf("ocpp2.0.1", "kind", { description })).toBe("Indicates the kind of schedule.");
});

test("the mark of a new field is left out", () => {
  expect(hintOf("ocpp2.1", "id", { description: "*(2.1)* Id of the _EVSE_, or `0`.\r\n" })).toBe(
    "Id of the EVSE, or 0.",
  );
});

test("1.6 has our own words", async () => {
  const schema = (await loadVersion("ocpp1.6")).schema("BootNotification", "result") ?? {};
  const hint = hintOf("ocpp1.6", "interval", schemaAt(schema, ["interval"]) ?? {});
  expect(hint).toContain("In seconds");
  expect(unitOf(hint)).toBe("seconds");
  expect(hintOf("ocpp1.6", "constructor", {})).toBeUndefined();
});
