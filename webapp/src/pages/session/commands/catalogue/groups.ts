import type { Version } from "../../../../schema/version";

/** Commands that belong together: the profiles of OCPP 1.6, the functional blocks of 2.x. */
export interface Group {
  name: string;
  actions: readonly string[];
}

// A test holds these against the schemas: each call that a central system may make stands in exactly one group.
const in16: readonly Group[] = [
  {
    name: "Core",
    actions: [
      ...["ChangeAvailability", "ChangeConfiguration", "ClearCache", "DataTransfer", "GetConfiguration"],
      ...["RemoteStartTransaction", "RemoteStopTransaction", "Reset", "UnlockConnector"],
    ],
  },
  { name: "Smart charging", actions: ["ClearChargingProfile", "GetCompositeSchedule", "SetChargingProfile"] },
  { name: "Remote trigger", actions: ["TriggerMessage"] },
  { name: "Local list", actions: ["GetLocalListVersion", "SendLocalList"] },
  { name: "Reservation", actions: ["CancelReservation", "ReserveNow"] },
  { name: "Firmware", actions: ["GetDiagnostics", "UpdateFirmware"] },
  {
    name: "Security",
    actions: [
      ...["CertificateSigned", "DeleteCertificate", "ExtendedTriggerMessage", "GetInstalledCertificateIds", "GetLog"],
      ...["InstallCertificate", "SignedUpdateFirmware"],
    ],
  },
];

const in201: readonly Group[] = [
  {
    name: "Provisioning",
    actions: ["GetBaseReport", "GetReport", "GetVariables", "Reset", "SetNetworkProfile", "SetVariables"],
  },
  {
    name: "Remote control",
    actions: ["RequestStartTransaction", "RequestStopTransaction", "TriggerMessage", "UnlockConnector"],
  },
  { name: "Availability", actions: ["ChangeAvailability"] },
  { name: "Transactions", actions: ["GetTransactionStatus"] },
  {
    name: "Smart charging",
    actions: ["ClearChargingProfile", "GetChargingProfiles", "GetCompositeSchedule", "SetChargingProfile"],
  },
  { name: "Authorization", actions: ["ClearCache"] },
  { name: "Local list", actions: ["GetLocalListVersion", "SendLocalList"] },
  { name: "Reservation", actions: ["CancelReservation", "ReserveNow"] },
  { name: "Tariff and cost", actions: ["CostUpdated"] },
  { name: "Firmware", actions: ["PublishFirmware", "UnpublishFirmware", "UpdateFirmware"] },
  { name: "Security", actions: ["CertificateSigned"] },
  { name: "Certificates", actions: ["DeleteCertificate", "GetInstalledCertificateIds", "InstallCertificate"] },
  {
    name: "Diagnostics",
    actions: [
      ...["ClearVariableMonitoring", "CustomerInformation", "GetLog", "GetMonitoringReport", "SetMonitoringBase"],
      ...["SetMonitoringLevel", "SetVariableMonitoring"],
    ],
  },
  { name: "Display", actions: ["ClearDisplayMessage", "GetDisplayMessages", "SetDisplayMessage"] },
  { name: "Data transfer", actions: ["DataTransfer"] },
];

const new21: readonly Group[] = [
  { name: "Smart charging", actions: ["UpdateDynamicSchedule", "UsePriorityCharging"] },
  { name: "Authorization", actions: ["NotifyWebPaymentStarted"] },
  { name: "Tariff and cost", actions: ["ChangeTransactionTariff", "ClearTariffs", "GetTariffs", "SetDefaultTariff"] },
  { name: "Diagnostics", actions: ["AdjustPeriodicEventStream", "GetPeriodicEventStream"] },
  { name: "Bidirectional power", actions: ["AFRRSignal", "NotifyAllowedEnergyTransfer"] },
  { name: "Grid support (DER)", actions: ["ClearDERControl", "GetDERControl", "SetDERControl"] },
  { name: "Battery swap", actions: ["RequestBatterySwap"] },
];

const byVersion: Readonly<Record<Version, readonly Group[]>> = {
  "ocpp1.6": in16,
  "ocpp2.0.1": in201,
  "ocpp2.1": merged(in201, new21),
};

export function groupsOf(version: Version): readonly Group[] {
  return byVersion[version];
}

function merged(groups: readonly Group[], more: readonly Group[]): Group[] {
  const names = [...new Set([...groups, ...more].map(({ name }) => name))];
  const actionsOf = (name: string): string[] =>
    [...groups, ...more].filter((group) => group.name === name).flatMap(({ actions }) => actions);
  return names.map((name) => ({ name, actions: actionsOf(name).sort((one, other) => one.localeCompare(other, "en")) }));
}
