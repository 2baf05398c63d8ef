import type { Call } from "../engine/frame";
import { at, type Json } from "../engine/json";
import type { CannedReply } from "./rule";

/** An answer to start from, as data. The first that fits its action answers. */
export interface DefaultAnswer {
  action: string;
  /** Only when the call carries this field. */
  has?: string;
  reply: CannedReply;
}

const now = "{{now}}";
const accepted = { status: "Accepted" };
const empty = {};

/** Every call of an OCPP 1.6 charge point, the security extension included. */
const version16: DefaultAnswer[] = [
  { action: "Authorize", reply: result({ idTagInfo: accepted }) },
  { action: "BootNotification", reply: result({ status: "Accepted", currentTime: now, interval: 60 }) },
  { action: "DataTransfer", reply: result(accepted) },
  { action: "DiagnosticsStatusNotification", reply: result(empty) },
  { action: "FirmwareStatusNotification", reply: result(empty) },
  { action: "Heartbeat", reply: result({ currentTime: now }) },
  { action: "LogStatusNotification", reply: result(empty) },
  { action: "MeterValues", reply: result(empty) },
  { action: "SecurityEventNotification", reply: result(empty) },
  // Accepting would promise a certificate, and nobody here signs one.
  { action: "SignCertificate", reply: result({ status: "Rejected" }) },
  { action: "SignedFirmwareStatusNotification", reply: result(empty) },
  {
    action: "StartTransaction",
    reply: result({ transactionId: "{{nextTransactionId}}", idTagInfo: accepted }),
  },
  { action: "StatusNotification", reply: result(empty) },
  { action: "StopTransaction", has: "idTag", reply: result({ idTagInfo: accepted }) },
  { action: "StopTransaction", reply: result(empty) },
];

const version201: DefaultAnswer[] = [
  { action: "Authorize", reply: result({ idTokenInfo: accepted }) },
  { action: "BootNotification", reply: result({ currentTime: now, interval: 60, status: "Accepted" }) },
  { action: "DataTransfer", reply: result(accepted) },
  { action: "Get15118EVCertificate", reply: result({ status: "Failed", exiResponse: "" }) },
  { action: "GetCertificateStatus", reply: result({ status: "Failed" }) },
  { action: "Heartbeat", reply: result({ currentTime: now }) },
  { action: "NotifyEVChargingNeeds", reply: result(accepted) },
  { action: "NotifyEVChargingSchedule", reply: result(accepted) },
  { action: "SignCertificate", reply: result({ status: "Rejected" }) },
  { action: "TransactionEvent", has: "idToken", reply: result({ idTokenInfo: accepted }) },
  ...[
    "ClearedChargingLimit",
    "FirmwareStatusNotification",
    "LogStatusNotification",
    "MeterValues",
    "NotifyChargingLimit",
    "NotifyCustomerInformation",
    "NotifyDisplayMessages",
    "NotifyEvent",
    "NotifyMonitoringReport",
    "NotifyReport",
    "PublishFirmwareStatusNotification",
    "ReportChargingProfiles",
    "ReservationStatusUpdate",
    "SecurityEventNotification",
    "StatusNotification",
    "TransactionEvent",
  ].map(withNothing),
];

const version21: DefaultAnswer[] = [
  ...version201,
  {
    action: "GetCertificateChainStatus",
    reply: error("NotSupported", "No certificate authority here"),
  },
  { action: "OpenPeriodicEventStream", reply: result(accepted) },
  { action: "PullDynamicScheduleUpdate", reply: result({ status: "Rejected" }) },
  { action: "VatNumberValidation", reply: result({ vatNumber: "{{call.vatNumber}}", status: "Accepted" }) },
  ...[
    "BatterySwap",
    "ClosePeriodicEventStream",
    "NotifyDERAlarm",
    "NotifyDERStartStop",
    "NotifyPriorityCharging",
    "NotifySettlement",
    "NotifyWebPaymentStarted",
    "ReportDERControl",
  ].map(withNothing),
];

function result(payload: Json): CannedReply {
  return { kind: "result", payload };
}

function error(code: string, description: string): CannedReply {
  return { kind: "error", code, description, details: {} };
}

function withNothing(action: string): DefaultAnswer {
  return { action, reply: result(empty) };
}

/** By the subprotocol's name; what it does not name is taken as 1.6. */
export function defaultAnswers(version: string): readonly DefaultAnswer[] {
  if (version === "ocpp2.1") return version21;
  return version === "ocpp2.0.1" || version === "ocpp2.0" ? version201 : version16;
}

/** What no version knows gets NotImplemented, as the standard demands. */
const unknownAction = error("NotImplemented", "Unknown action");

/** The answer to a call unless somebody says otherwise. */
export function usualReply(version: string, call: Pick<Call, "action" | "payload">): CannedReply {
  const fits = ({ action, has }: DefaultAnswer): boolean =>
    action === call.action && (has === undefined || at(call.payload, has) !== undefined);
  return defaultAnswers(version).find(fits)?.reply ?? unknownAction;
}
