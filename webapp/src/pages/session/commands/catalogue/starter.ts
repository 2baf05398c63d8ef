import { isObject, type Json, type JsonObject } from "../../../../engine/json";
import { type Path, schemaAt, type Schema } from "../../../../schema/json_schema";
import { blank, minimal } from "../../../../schema/minimal";

const hour = 3_600_000;

/** Values that make sense more often than the plainest ones, by key; left alone where the standard knows no such word. */
const usual: Readonly<Record<string, Json>> = {
  attributeValue: "300",
  chargingProfileId: 1,
  chargingProfileKind: "Relative",
  chargingProfilePurpose: "TxDefaultProfile",
  chargingRateUnit: "A",
  component: { name: "OCPPCommCtrlr" },
  connectorId: 1,
  currency: "EUR",
  duration: 3600,
  evseId: 1,
  id: 1,
  key: "HeartbeatInterval",
  limit: 16,
  listVersion: 1,
  logType: "DiagnosticsLog",
  messageTimeout: 30,
  operationalStatus: "Operative",
  ocppTransport: "JSON",
  remoteStartId: 1,
  reportBase: "SummaryInventory",
  requestedMessage: "StatusNotification",
  requestId: 1,
  reservationId: 1,
  securityProfile: 1,
  severity: 9,
  timeout: 60,
  transactionId: 1,
  updateType: "Full",
  value: "300",
  variable: { name: "HeartbeatInterval" },
  versionNumber: 1,
};

/** What is optional, and nearly always meant. */
const alsoSent: Readonly<Record<string, readonly string[]>> = {
  RemoteStartTransaction: ["connectorId"],
  RequestStartTransaction: ["evseId"],
};

const byAction: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  ChangeAvailability: { type: "Operative" },
  Reset: { type: "Soft" },
  ReserveNow: { type: "ISO14443" },
  RequestStartTransaction: { type: "ISO14443" },
  SetVariableMonitoring: { value: 0 },
};

/** A payload to start from: what the standard requires, with sensible values; times from `now` on. */
export function starter(schema: Schema, action: string, now: number): JsonObject {
  const { moment, later } = { moment: clock(now), later: clock(now + hour) };
  const payload = minimal(schema, moment);
  for (const key of alsoSent[action] ?? []) payload[key] = blank(schema.properties?.[key] ?? {}, schema, moment);
  const firstItem = (path: Path): Json => blank(schemaAt(schema, [...path, 0]) ?? {}, schema, moment);
  const own = byAction[action] ?? {};
  const known: Readonly<Record<string, Json>> = { ...usual, ...own, expiryDate: later, expiryDateTime: later };
  return filled(payload, [], firstItem, (path, value) => {
    const key = String(path.at(-1));
    const wish = Object.hasOwn(known, key) ? known[key] : undefined;
    return wish !== undefined && fits(wish, value, schemaAt(schema, path)) ? wish : undefined;
  });
}

/** Walks through a payload and puts in what somebody knows better; a list that must be sent gets its first item. */
function filled(
  payload: JsonObject,
  path: Path,
  firstItem: (path: Path) => Json,
  better: (path: Path, value: Json) => Json | undefined,
): JsonObject {
  const one = (value: Json, at: Path): Json => {
    const wish = better(at, value);
    if (wish !== undefined) return wish;
    if (Array.isArray(value))
      return (value.length === 0 ? [firstItem(at)] : value).map((item, index) => one(item, [...at, index]));
    return isObject(value) ? filled(value, at, firstItem, better) : value;
  };
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, one(value, [...path, key])]));
}

function fits(wish: Json, value: Json, schema: Schema | undefined): boolean {
  if (schema?.enum !== undefined) return typeof wish === "string" && schema.enum.includes(wish);
  return typeof wish === typeof value && Array.isArray(wish) === Array.isArray(value);
}

/** To the second: some chargers read no fractions. */
function clock(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
