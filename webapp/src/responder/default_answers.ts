import type { Json } from "../engine/json";

/** An answer to start from, as data. The first that fits its action answers. */
export interface DefaultAnswer {
  action: string;
  /** Only when the call carries this field. */
  has?: string;
  answer: { payload: Json } | { error: string; description: string };
}

const now = "{{now}}";
const accepted = { status: "Accepted" };
const empty = {};

/** Every call of an OCPP 1.6 charge point, the security extension included. */
const version16: DefaultAnswer[] = [
  { action: "Authorize", answer: { payload: { idTagInfo: accepted } } },
  { action: "BootNotification", answer: { payload: { status: "Accepted", currentTime: now, interval: 60 } } },
  { action: "DataTransfer", answer: { payload: accepted } },
  { action: "DiagnosticsStatusNotification", answer: { payload: empty } },
  { action: "FirmwareStatusNotification", answer: { payload: empty } },
  { action: "Heartbeat", answer: { payload: { currentTime: now } } },
  { action: "LogStatusNotification", answer: { payload: empty } },
  { action: "MeterValues", answer: { payload: empty } },
  { action: "SecurityEventNotification", answer: { payload: empty } },
  // Accepting would promise a certificate, and nobody here signs one.
  { action: "SignCertificate", answer: { payload: { status: "Rejected" } } },
  { action: "SignedFirmwareStatusNotification", answer: { payload: empty } },
  {
    action: "StartTransaction",
    answer: { payload: { transactionId: "{{nextTransactionId}}", idTagInfo: accepted } },
  },
  { action: "StatusNotification", answer: { payload: empty } },
  { action: "StopTransaction", has: "idTag", answer: { payload: { idTagInfo: accepted } } },
  { action: "StopTransaction", answer: { payload: empty } },
];

const version201: DefaultAnswer[] = [
  { action: "Authorize", answer: { payload: { idTokenInfo: accepted } } },
  { action: "BootNotification", answer: { payload: { currentTime: now, interval: 60, status: "Accepted" } } },
  { action: "DataTransfer", answer: { payload: accepted } },
  { action: "Get15118EVCertificate", answer: { payload: { status: "Failed", exiResponse: "" } } },
  { action: "GetCertificateStatus", answer: { payload: { status: "Failed" } } },
  { action: "Heartbeat", answer: { payload: { currentTime: now } } },
  { action: "NotifyEVChargingNeeds", answer: { payload: accepted } },
  { action: "NotifyEVChargingSchedule", answer: { payload: accepted } },
  { action: "SignCertificate", answer: { payload: { status: "Rejected" } } },
  { action: "TransactionEvent", has: "idToken", answer: { payload: { idTokenInfo: accepted } } },
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
    answer: { error: "NotSupported", description: "No certificate authority here" },
  },
  { action: "OpenPeriodicEventStream", answer: { payload: accepted } },
  { action: "PullDynamicScheduleUpdate", answer: { payload: { status: "Rejected" } } },
  { action: "VatNumberValidation", answer: { payload: { vatNumber: "{{call.vatNumber}}", status: "Accepted" } } },
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

function withNothing(action: string): DefaultAnswer {
  return { action, answer: { payload: empty } };
}

/** By the subprotocol's name; what it does not name is taken as 1.6. */
export function defaultAnswers(version: string): readonly DefaultAnswer[] {
  if (version === "ocpp2.1") return version21;
  return version === "ocpp2.0.1" || version === "ocpp2.0" ? version201 : version16;
}
