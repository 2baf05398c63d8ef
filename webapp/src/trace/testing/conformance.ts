import { isObject, type Json, type JsonObject, parseJson } from "../../engine/json";

/**
 * What Open OCPP Trace 1.1 asks of a producer, checked record by record: the fields, their types, what each message type
 * must and must not have, extensions in `meta` alone, and a `raw` that says the same as the parts.
 */
export function faultsOf(record: JsonObject): string[] {
  const types = Object.entries(record).flatMap(([key, value]) => typeFault(key, value));
  const missing = required.filter((key) => record[key] === undefined).map((key) => `${key} is missing`);
  return [...types, ...missing, ...byType(record), ...rawFaults(record)];
}

const required = ["schemaVersion", "timestamp", "transport", "direction", "messageType"];
const kinds: Record<string, number> = { CALL: 2, CALLRESULT: 3, CALLERROR: 4 };
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const isText = (value: Json): boolean => typeof value === "string";

const fields: Record<string, (value: Json) => boolean> = {
  schemaVersion: (value) => value === "1.1",
  timestamp: (value) => typeof value === "string" && moment.test(value),
  ocppVersion: isText,
  transport: (value) => value === "json" || value === "soap",
  chargePointId: isText,
  connectorId: (value) => Number.isInteger(value) && Number(value) >= 0,
  direction: (value) => value === "cp-to-csms" || value === "csms-to-cp",
  messageType: (value) => typeof value === "string" && Object.hasOwn(kinds, value),
  messageId: isText,
  action: isText,
  payload: () => true,
  raw: isText,
  error: (value) =>
    isObject(value) && ["code", "description"].every((key) => value[key] === undefined || isText(value[key])),
  meta: isObject,
};

function typeFault(key: string, value: Json): string[] {
  const check = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (check === undefined) return [`${key} is no field of the format`];
  return check(value) ? [] : [`${key} is ${JSON.stringify(value)}`];
}

function byType({ messageType, action, error }: JsonObject): string[] {
  return [
    messageType === "CALL" && action === undefined ? "a CALL has no action" : "",
    messageType === "CALLERROR" && error === undefined ? "a CALLERROR has no error" : "",
    messageType !== "CALLERROR" && error !== undefined ? "an error stands where there is none" : "",
  ].filter((words) => words !== "");
}

function rawFaults({ raw, messageType, messageId, action, payload, error }: JsonObject): string[] {
  const parsed = parseJson(typeof raw === "string" ? raw : "");
  if (!parsed.ok || !Array.isArray(parsed.value)) return ["raw is no frame"];
  const [kind, id, third, fourth] = parsed.value;
  const same = (one: Json | undefined, other: Json | undefined): boolean =>
    one === undefined || JSON.stringify(one) === JSON.stringify(other ?? null);
  const agrees = [
    typeof messageType === "string" && kind === kinds[messageType],
    same(messageId, id),
    messageType !== "CALL" || (same(action, third) && same(payload, fourth)),
    messageType !== "CALLRESULT" || same(payload, third),
    messageType !== "CALLERROR" || !isObject(error) || same(error["code"], third),
  ];
  return agrees.every(Boolean) ? [] : [`raw says something else: ${JSON.stringify(raw)}`];
}
