import { at, type Json, listOf, numberOf } from "../json";
import { placeOf, transactionOf } from "../place";
import { counted, joined, plural, register } from "./figures";
import { dayAndTime, timeOfDay } from "./moments";
import { meterWords, placed, shortId, variableName, word } from "./parts";
import { profileWords } from "./profile";

type Words = (payload: Json) => string | undefined;

/** What a call says, by action. Where versions share an action, its fields tell which one speaks. */
export const calls: Record<string, Words> = {
  BootNotification: (p) => {
    const [vendor, model, firmware] =
      at(p, "chargingStation") === undefined
        ? [word(p, "chargePointVendor"), word(p, "chargePointModel"), word(p, "firmwareVersion")]
        : ["vendorName", "model", "firmwareVersion"].map((key) => word(p, "chargingStation", key));
    return joined(", ", joined(" ", vendor, model), firmware, word(p, "reason"));
  },
  Heartbeat: () => "",
  StatusNotification: (p) => {
    const error = word(p, "errorCode");
    const info = word(p, "info") ?? word(p, "vendorErrorCode");
    const trouble = error === undefined || error === "NoError" ? undefined : error;
    const status = joined(", ", word(p, "status") ?? word(p, "connectorStatus"), trouble);
    return placed(p, joined(" ", status, info === undefined || info === "" ? undefined : `“${info}”`));
  },
  Authorize: (p) =>
    at(p, "idToken") === undefined
      ? `Tag ${word(p, "idTag") ?? "–"}`
      : joined(", ", `Token ${word(p, "idToken", "idToken") ?? "–"}`, word(p, "idToken", "type")),
  StartTransaction: (p) => placed(p, joined(" ", "started", by(word(p, "idTag")), registerAt(at(p, "meterStart")))),
  StopTransaction: (p) =>
    joined(
      ": ",
      transactionWords(p),
      joined(", ", joined(" ", "stopped", registerAt(at(p, "meterStop"))), word(p, "reason")),
    ),
  TransactionEvent: transactionEvent,
  MeterValues: (p) => placed(p, meterWords(at(p, "meterValue"), 3) ?? "no readings"),
  DataTransfer: (p) => joined(", ", joined(" · ", word(p, "vendorId"), word(p, "messageId")), length(at(p, "data"))),
  FirmwareStatusNotification: status,
  DiagnosticsStatusNotification: status,
  LogStatusNotification: status,
  SignedFirmwareStatusNotification: status,
  PublishFirmwareStatusNotification: status,
  SecurityEventNotification: (p) => {
    const at = word(p, "timestamp");
    return joined(" at ", word(p, "type"), at === undefined ? undefined : timeOfDay(at));
  },
  NotifyEvent: (p) =>
    counted(
      "event",
      listOf(at(p, "eventData")).map((entry) => joined(" = ", variableName(entry), word(entry, "actualValue"))),
    ),
  NotifyReport: (p) => report(p, "reportData", "variable"),
  NotifyMonitoringReport: (p) => report(p, "monitor", "monitor"),
  OpenPeriodicEventStream: (p) => {
    const stream = at(p, "constantStreamData") ?? p;
    const every = word(stream, "params", "interval");
    return joined(", ", streamWords(stream), every === undefined ? undefined : `every ${every} s`);
  },
  ClosePeriodicEventStream: streamWords,
  NotifyPeriodicEventStream: (p) => joined(", ", streamWords(p), plural(listOf(at(p, "data")).length, "value")),

  RemoteStartTransaction: (p) => placed(p, `start for ${word(p, "idTag") ?? "–"}`),
  RequestStartTransaction: (p) => placed(p, `start for ${word(p, "idToken", "idToken") ?? "–"}`),
  RemoteStopTransaction: transactionWords,
  RequestStopTransaction: transactionWords,
  GetTransactionStatus: transactionWords,
  Reset: (p) => joined(", ", word(p, "type"), placeOf(p)?.label),
  ChangeConfiguration: (p) => joined(" = ", word(p, "key"), word(p, "value")),
  SetVariables: (p) =>
    several(
      "variable",
      listOf(at(p, "setVariableData")).map((entry) =>
        joined(" = ", variableName(entry), word(entry, "attributeValue")),
      ),
    ),
  GetVariables: (p) => several("variable", listOf(at(p, "getVariableData")).map(variableName)),
  GetConfiguration: (p) => {
    const keys = listOf(at(p, "key"));
    return keys.length === 0
      ? "all keys"
      : counted(
          "key",
          keys.map((key) => word(key) ?? "–"),
        );
  },
  GetBaseReport: (p) => joined(": ", `Report ${word(p, "requestId") ?? "–"}`, word(p, "reportBase")),
  ChangeAvailability: (p) =>
    joined(": ", placeOf(p)?.label ?? "Charger", word(p, "type") ?? word(p, "operationalStatus")),
  TriggerMessage: (p) => joined(", ", word(p, "requestedMessage"), lowerPlace(p)),
  ExtendedTriggerMessage: (p) => joined(", ", word(p, "requestedMessage"), lowerPlace(p)),
  UnlockConnector: (p) => placeOf(p)?.label,
  SetChargingProfile: (p) => placed(p, profileWords(at(p, "csChargingProfiles") ?? at(p, "chargingProfile"))),
  ClearChargingProfile: clearProfile,
  GetCompositeSchedule: (p) => placed(p, joined(" ", "the next", word(p, "duration"), "s")),
  ReserveNow: (p) =>
    placed(p, `reservation ${word(p, "reservationId") ?? word(p, "id") ?? "–"} for ${tokenOf(p) ?? "–"}`),
  CancelReservation: (p) => `Reservation ${word(p, "reservationId") ?? "–"}`,
  SendLocalList: (p) => {
    const entries = listOf(at(p, "localAuthorizationList")).length;
    const version = word(p, "listVersion") ?? word(p, "versionNumber");
    return joined(", ", `Version ${version ?? "–"}`, word(p, "updateType"), plural(entries, "tag"));
  },
  UpdateFirmware: (p) => {
    const when = word(p, "retrieveDate") ?? word(p, "retrieveDateTime") ?? word(p, "firmware", "retrieveDateTime");
    const from = word(p, "location") ?? word(p, "firmware", "location");
    return joined(", ", from, when === undefined ? undefined : dayAndTime(when));
  },
};

function transactionEvent(p: Json): string {
  const id = shortId(transactionOf(p));
  const type = word(p, "eventType");
  const token = word(p, "idToken", "idToken");
  const meter = at(p, "meterValue");
  const later = at(p, "offline") === true ? "sent later" : undefined;
  const who = token === undefined ? undefined : `token ${token}`;
  if (type === "Started")
    return placed(p, joined(", ", joined(" ", id, "started"), word(p, "triggerReason"), who, later));
  if (type === "Ended") {
    const why = word(p, "transactionInfo", "stoppedReason") ?? word(p, "triggerReason");
    return placed(p, joined(", ", joined(" ", id, "ended"), why, meterWords(meter, 3), later));
  }
  const trigger = word(p, "triggerReason");
  const state = word(p, "transactionInfo", "chargingState") ?? trigger;
  const why = who === undefined || trigger === state ? who : joined(", ", trigger, who);
  return placed(p, joined(", ", joined(" ", id, state), why, meterWords(meter, 3), later));
}

function status(p: Json): string | undefined {
  return joined(
    ", ",
    word(p, "status"),
    at(p, "requestId") === undefined ? undefined : `request ${word(p, "requestId") ?? "–"}`,
  );
}

function report(p: Json, list: string, noun: string): string {
  return joined(
    ", ",
    `Report ${word(p, "requestId") ?? "–"}`,
    `part ${word(p, "seqNo") ?? "–"}`,
    plural(listOf(at(p, list)).length, noun),
    at(p, "tbc") === true ? "more to come" : undefined,
  );
}

function clearProfile(p: Json): string {
  const criteria = at(p, "chargingProfileCriteria") ?? p;
  const id = word(p, "id") ?? word(p, "chargingProfileId");
  const purpose = word(criteria, "chargingProfilePurpose");
  return placed(criteria, id === undefined ? joined(" ", "all", purpose, "profiles") : `profile ${id}`);
}

function streamWords(p: Json): string {
  return `Stream ${word(p, "id") ?? "–"}`;
}

function transactionWords(p: Json): string | undefined {
  const id = transactionOf(p);
  return id === undefined ? undefined : `Transaction ${id}`;
}

function several(noun: string, items: string[]): string | undefined {
  return items.length === 1 ? items[0] : counted(noun, items);
}

function by(tag: string | undefined): string | undefined {
  return tag === undefined ? undefined : `by ${tag}`;
}

function registerAt(value: Json | undefined): string | undefined {
  const wattHours = numberOf(value);
  return wattHours === undefined ? undefined : `at ${register(wattHours)}`;
}

function tokenOf(p: Json): string | undefined {
  return word(p, "idTag") ?? word(p, "idToken", "idToken");
}

/** Inside a sentence a connector is written small, an EVSE is not. */
function lowerPlace(p: Json): string | undefined {
  return placeOf(p)?.label.replace(/^C/, "c");
}

function length(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  return plural((typeof value === "string" ? value : JSON.stringify(value)).length, "character");
}
