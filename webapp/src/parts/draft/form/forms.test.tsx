// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Json, JsonObject } from "../../../engine/json";
import type { Kind } from "../../../schema/carried";
import { loadVersion } from "../../../schema/load";
import { minimal } from "../../../schema/minimal";
import { type Version, versions } from "../../../schema/version";
import { draw } from "../../../test/page";
import { readDraft } from "../reading";
import { FormPane } from "./FormPane";

beforeAll(() => Promise.all(versions.map(loadVersion)), 60_000);
afterEach(cleanup);

async function form(version: Version, action: string, kind: Kind, text: string, more: { minimal?: boolean } = {}) {
  const schemas = await loadVersion(version);
  const reading = readDraft(text);
  if (reading.kind !== "object") throw new Error(reading.kind);
  const schema = schemas.schema(action, kind) ?? {};
  const notes = schemas.notes(action, kind, reading.value);
  const changed = vi.fn<(text: string) => void>();
  draw(<FormPane {...{ version, schema, text, notes, value: reading.value }} {...more} onChange={changed} />);
  return () => JSON.parse(changed.mock.calls.at(-1)?.[0] ?? "null") as JsonObject;
}

describe.each(versions)("%s", (version) => {
  test(
    "has a form for every call and every answer, which changes nothing by itself",
    { timeout: 120_000 },
    async () => {
      const schemas = await loadVersion(version);
      for (const action of new Set([...schemas.actions.cp, ...schemas.actions.cs]))
        for (const kind of ["call", "result"] as const) {
          const schema = schemas.schema(action, kind);
          if (schema === undefined) continue;
          const value = minimal(schema);
          const changed = vi.fn();
          const text = JSON.stringify(value);
          draw(<FormPane {...{ version, schema, text, value }} notes={[]} onChange={changed} />);
          for (const key of schema.required ?? []) expect(screen.getAllByText(key).length, action).toBeGreaterThan(0);
          expect(changed).not.toHaveBeenCalled();
          cleanup();
        }
    },
  );

  test("takes values of any other kind without falling over", { timeout: 120_000 }, async () => {
    const schemas = await loadVersion(version);
    const odd: Json[] = ["{{x}}", 7, true, null, [], {}, [null], [[]]];
    for (const action of schemas.actions.cs)
      for (const turn of [0, 3]) {
        const schema = schemas.schema(action, "call") ?? {};
        const keys = Object.keys(schema.properties ?? {});
        const value = Object.fromEntries(keys.map((key, at) => [key, odd[(at + turn) % odd.length] ?? null]));
        draw(<FormPane {...{ version, schema, value }} text={JSON.stringify(value)} notes={[]} onChange={() => {}} />);
        cleanup();
      }
  });
});

const profile = `{
  "connectorId": 1,
  "vendor": "stays",
  "csChargingProfiles": {
    "chargingProfileId": "{{random 1 100}}",
    "stackLevel": 0,
    "chargingProfilePurpose": "TxDefaultProfile",
    "chargingProfileKind": "Relative",
    "chargingSchedule": { "chargingRateUnit": "A", "chargingSchedulePeriod": [{ "startPeriod": 0, "limit": 16.0 }] }
  }
}`;

test("a number is shown as it is spelled, and sent as it is typed", async () => {
  const changed = await form("ocpp1.6", "SetChargingProfile", "call", profile);
  const limit = screen.getByLabelText<HTMLInputElement>("limit 1");
  expect(limit.value).toBe("16.0");
  fireEvent.change(limit, { target: { value: "6" } });
  expect(changed()).toMatchObject({
    vendor: "stays",
    csChargingProfiles: { chargingSchedule: { chargingSchedulePeriod: [{ startPeriod: 0, limit: 6 }] } },
  });
});

test("a template in place of a number stays a template", async () => {
  const changed = await form("ocpp1.6", "SetChargingProfile", "call", profile);
  expect(screen.getByLabelText<HTMLInputElement>("chargingProfileId").value).toBe("{{random 1 100}}");
  fireEvent.change(screen.getByLabelText("connectorId"), { target: { value: "{{call.connectorId}}" } });
  expect(changed()).toMatchObject({ connectorId: "{{call.connectorId}}", vendor: "stays" });
});

test("choices are clicked, long lists typed, and other values are free", async () => {
  const changed = await form("ocpp1.6", "ChangeAvailability", "call", '{"connectorId": 1, "type": "Operative"}');
  fireEvent.click(screen.getByLabelText("Inoperative"));
  expect(changed()).toEqual({ connectorId: 1, type: "Inoperative" });
  cleanup();
  const typed = await form("ocpp1.6", "TriggerMessage", "call", '{"requestedMessage": "Heartbeat"}');
  fireEvent.change(screen.getByRole("combobox", { name: "requestedMessage" }), { target: { value: "Selftest" } });
  expect(typed()).toEqual({ requestedMessage: "Selftest" });
});

test("what is optional is sent when it is typed, and no longer when it is emptied or taken away", async () => {
  const bare = await form("ocpp1.6", "Authorize", "result", '{"idTagInfo": {"status": "Accepted"}}');
  fireEvent.change(screen.getByLabelText("parentIdTag"), { target: { value: "FLEET" } });
  expect(bare()).toEqual({ idTagInfo: { parentIdTag: "FLEET", status: "Accepted" } });
  cleanup();
  const full = await form(
    "ocpp1.6",
    "Authorize",
    "result",
    '{"idTagInfo": {"parentIdTag": "F", "status": "Accepted"}}',
  );
  fireEvent.change(screen.getByLabelText("parentIdTag"), { target: { value: "" } });
  expect(full()).toEqual({ idTagInfo: { status: "Accepted" } });
  fireEvent.click(screen.getByRole("button", { name: "Do not send parentIdTag" }));
  expect(full()).toEqual({ idTagInfo: { status: "Accepted" } });
});

test("objects and lists are added, lengthened and shortened", async () => {
  const changed = await form("ocpp1.6", "StopTransaction", "result", "{}");
  fireEvent.click(screen.getByRole("button", { name: "idTagInfo, not sent: add it" }));
  expect(changed()).toEqual({ idTagInfo: { status: "Accepted" } });
  cleanup();
  const keys = await form("ocpp1.6", "GetConfiguration", "call", '{"key": ["A", "B"]}');
  fireEvent.click(screen.getByRole("button", { name: "Add to key" }));
  expect(keys()).toEqual({ key: ["A", "B", ""] });
  fireEvent.click(screen.getByRole("button", { name: "Remove item 1" }));
  expect(keys()).toEqual({ key: ["B"] });
});

test("the short form shows what is required, the rest behind a word", async () => {
  await form("ocpp1.6", "RemoteStartTransaction", "call", '{"idTag": "04A1"}', { minimal: true });
  expect(screen.queryByText("connectorId")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "2 optional" }));
  screen.getByLabelText("connectorId");
});

test("a note stands at its field", async () => {
  await form("ocpp1.6", "Reset", "call", '{"type": "Now"}');
  screen.getByText("type is Now; OCPP 1.6 allows Hard or Soft.");
});

test("flat items stand as rows, with the units that the schedule names", async () => {
  const changed = await form("ocpp1.6", "SetChargingProfile", "call", profile);
  expect(screen.getAllByText("A").length).toBeGreaterThan(0);
  expect(screen.getAllByText("s").length).toBeGreaterThan(0);
  fireEvent.change(screen.getByLabelText("numberPhases 1"), { target: { value: "3" } });
  expect(changed()).toMatchObject({
    csChargingProfiles: { chargingSchedule: { chargingSchedulePeriod: [{ numberPhases: 3 }] } },
  });
});

test("what does not fit in a row is behind a word", async () => {
  const text = JSON.stringify({ setVariableData: [] });
  await form("ocpp2.0.1", "SetVariables", "call", text);
  expect(screen.queryByRole("button", { name: "As rows" })).toBeNull();
  cleanup();
  const schedule = { id: 1, chargingRateUnit: "W", chargingSchedulePeriod: [{ startPeriod: 0, limit: 11000 }] };
  const chargingProfile = { id: 1, stackLevel: 0, chargingSchedule: [schedule] };
  await form("ocpp2.1", "SetChargingProfile", "call", JSON.stringify({ evseId: 1, chargingProfile }));
  screen.getByLabelText("limit 1");
  fireEvent.click(screen.getByRole("button", { name: "18 optional" }));
  screen.getByLabelText("limit");
  screen.getByRole("button", { name: "As rows" });
});
