import type { Version } from "./version";

/** The calls that a charge point makes. Everything else of a version is ours to make. */
const shared = [
  "Authorize",
  "BootNotification",
  "DataTransfer",
  "FirmwareStatusNotification",
  "Heartbeat",
  "LogStatusNotification",
  "MeterValues",
  "SecurityEventNotification",
  "SignCertificate",
  "StatusNotification",
];

const only16 = [
  "DiagnosticsStatusNotification",
  "SignedFirmwareStatusNotification",
  "StartTransaction",
  "StopTransaction",
];

const since201 = [
  "ClearedChargingLimit",
  "Get15118EVCertificate",
  "GetCertificateStatus",
  "NotifyChargingLimit",
  "NotifyCustomerInformation",
  "NotifyDisplayMessages",
  "NotifyEVChargingNeeds",
  "NotifyEVChargingSchedule",
  "NotifyEvent",
  "NotifyMonitoringReport",
  "NotifyReport",
  "PublishFirmwareStatusNotification",
  "ReportChargingProfiles",
  "ReservationStatusUpdate",
  "TransactionEvent",
];

const since21 = [
  "BatterySwap",
  "ClosePeriodicEventStream",
  "GetCertificateChainStatus",
  "NotifyDERAlarm",
  "NotifyDERStartStop",
  "NotifyPeriodicEventStream",
  "NotifyPriorityCharging",
  "NotifySettlement",
  "OpenPeriodicEventStream",
  "PullDynamicScheduleUpdate",
  "ReportDERControl",
  "VatNumberValidation",
];

const byVersion: Record<Version, ReadonlySet<string>> = {
  "ocpp1.6": new Set([...shared, ...only16]),
  "ocpp2.0.1": new Set([...shared, ...since201]),
  "ocpp2.1": new Set([...shared, ...since201, ...since21]),
};

/** Both may transfer data. */
const either = "DataTransfer";

export interface Actions {
  /** What the charge point asks. */
  cp: string[];
  /** What the central system asks. */
  cs: string[];
}

export function actionsOf(version: Version, names: readonly string[]): Actions {
  const fromCp = byVersion[version];
  const sorted = [...names].sort((one, other) => one.localeCompare(other, "en"));
  return {
    cp: sorted.filter((name) => fromCp.has(name)),
    cs: sorted.filter((name) => name === either || !fromCp.has(name)),
  };
}
