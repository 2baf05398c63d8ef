import type { Json } from "../../../engine/json";

/** What a central system may ask, with a payload to start from: what the standard requires, and no more. */
export interface Action {
  name: string;
  starter: Json;
}

const soon = "2030-01-01T00:00:00Z";

const v16: Record<string, Json> = {
  CancelReservation: { reservationId: 1 },
  ChangeAvailability: { connectorId: 1, type: "Operative" },
  ChangeConfiguration: { key: "HeartbeatInterval", value: "300" },
  ClearCache: {},
  ClearChargingProfile: {},
  DataTransfer: { vendorId: "" },
  GetCompositeSchedule: { connectorId: 1, duration: 3600 },
  GetConfiguration: {},
  GetDiagnostics: { location: "" },
  GetLocalListVersion: {},
  RemoteStartTransaction: { connectorId: 1, idTag: "" },
  RemoteStopTransaction: { transactionId: 1 },
  ReserveNow: { connectorId: 1, expiryDate: soon, idTag: "", reservationId: 1 },
  Reset: { type: "Soft" },
  SendLocalList: { listVersion: 1, updateType: "Full", localAuthorizationList: [] },
  SetChargingProfile: {
    connectorId: 1,
    csChargingProfiles: {
      chargingProfileId: 1,
      stackLevel: 0,
      chargingProfilePurpose: "TxDefaultProfile",
      chargingProfileKind: "Relative",
      chargingSchedule: { chargingRateUnit: "A", chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] },
    },
  },
  TriggerMessage: { requestedMessage: "StatusNotification" },
  UnlockConnector: { connectorId: 1 },
  UpdateFirmware: { location: "", retrieveDate: soon },
  CertificateSigned: { certificateChain: "" },
  DeleteCertificate: {
    certificateHashData: { hashAlgorithm: "SHA256", issuerNameHash: "", issuerKeyHash: "", serialNumber: "" },
  },
  ExtendedTriggerMessage: { requestedMessage: "StatusNotification" },
  GetInstalledCertificateIds: { certificateType: "CentralSystemRootCertificate" },
  GetLog: { logType: "SecurityLog", requestId: 1, log: { remoteLocation: "" } },
  InstallCertificate: { certificateType: "CentralSystemRootCertificate", certificate: "" },
  SignedUpdateFirmware: {
    requestId: 1,
    firmware: { location: "", retrieveDateTime: soon, signingCertificate: "", signature: "" },
  },
};

const v201: Record<string, Json> = {
  CancelReservation: { reservationId: 1 },
  CertificateSigned: { certificateChain: "" },
  ChangeAvailability: { operationalStatus: "Operative" },
  ClearCache: {},
  ClearChargingProfile: {},
  ClearDisplayMessage: { id: 1 },
  ClearVariableMonitoring: { id: [1] },
  CostUpdated: { totalCost: 0, transactionId: "" },
  CustomerInformation: { requestId: 1, report: true, clear: false },
  DataTransfer: { vendorId: "" },
  DeleteCertificate: {
    certificateHashData: { hashAlgorithm: "SHA256", issuerNameHash: "", issuerKeyHash: "", serialNumber: "" },
  },
  GetBaseReport: { requestId: 1, reportBase: "SummaryInventory" },
  GetChargingProfiles: { requestId: 1, chargingProfile: {} },
  GetCompositeSchedule: { duration: 3600, evseId: 1 },
  GetDisplayMessages: { requestId: 1 },
  GetInstalledCertificateIds: {},
  GetLocalListVersion: {},
  GetLog: { logType: "DiagnosticsLog", requestId: 1, log: { remoteLocation: "" } },
  GetMonitoringReport: { requestId: 1 },
  GetReport: { requestId: 1 },
  GetTransactionStatus: {},
  GetVariables: {
    getVariableData: [{ component: { name: "OCPPCommCtrlr" }, variable: { name: "HeartbeatInterval" } }],
  },
  InstallCertificate: { certificateType: "CSMSRootCertificate", certificate: "" },
  PublishFirmware: { location: "", checksum: "", requestId: 1 },
  RequestStartTransaction: { idToken: { idToken: "", type: "ISO14443" }, remoteStartId: 1, evseId: 1 },
  RequestStopTransaction: { transactionId: "" },
  ReserveNow: { id: 1, expiryDateTime: soon, idToken: { idToken: "", type: "ISO14443" } },
  Reset: { type: "Immediate" },
  SendLocalList: { versionNumber: 1, updateType: "Full" },
  SetChargingProfile: {
    evseId: 1,
    chargingProfile: {
      id: 1,
      stackLevel: 0,
      chargingProfilePurpose: "TxDefaultProfile",
      chargingProfileKind: "Relative",
      chargingSchedule: [{ id: 1, chargingRateUnit: "A", chargingSchedulePeriod: [{ startPeriod: 0, limit: 16 }] }],
    },
  },
  SetDisplayMessage: { message: { id: 1, priority: "NormalCycle", message: { format: "UTF8", content: "" } } },
  SetMonitoringBase: { monitoringBase: "FactoryDefault" },
  SetMonitoringLevel: { severity: 9 },
  SetNetworkProfile: {
    configurationSlot: 1,
    connectionData: {
      ocppVersion: "OCPP20",
      ocppTransport: "JSON",
      ocppCsmsUrl: "",
      messageTimeout: 30,
      securityProfile: 1,
      ocppInterface: "Wired0",
    },
  },
  SetVariableMonitoring: {
    setMonitoringData: [
      { value: 0, type: "UpperThreshold", severity: 9, component: { name: "" }, variable: { name: "" } },
    ],
  },
  SetVariables: {
    setVariableData: [
      { attributeValue: "300", component: { name: "OCPPCommCtrlr" }, variable: { name: "HeartbeatInterval" } },
    ],
  },
  TriggerMessage: { requestedMessage: "StatusNotification" },
  UnlockConnector: { evseId: 1, connectorId: 1 },
  UnpublishFirmware: { checksum: "" },
  UpdateFirmware: { requestId: 1, firmware: { location: "", retrieveDateTime: soon } },
};

const only21: Record<string, Json> = {
  AdjustPeriodicEventStream: { id: 1, params: {} },
  AFRRSignal: { timestamp: soon, signal: 0 },
  ChangeTransactionTariff: { transactionId: "", tariff: { tariffId: "", currency: "EUR" } },
  ClearDERControl: { isDefault: false },
  ClearTariffs: {},
  GetDERControl: { requestId: 1 },
  GetPeriodicEventStream: {},
  GetTariffs: { evseId: 0 },
  NotifyAllowedEnergyTransfer: { transactionId: "", allowedEnergyTransfer: ["AC_three_phase"] },
  NotifyWebPaymentStarted: { evseId: 1, timeout: 60 },
  RequestBatterySwap: { idToken: { idToken: "", type: "ISO14443" }, requestId: 1 },
  SetDERControl: { isDefault: true, controlId: "", controlType: "FreqDroop" },
  SetDefaultTariff: { evseId: 0, tariff: { tariffId: "", currency: "EUR" } },
  UpdateDynamicSchedule: { chargingProfileId: 1, scheduleUpdate: {} },
  UsePriorityCharging: { transactionId: "", activate: true },
};

const byVersion: Record<string, Action[]> = {
  "ocpp1.6": listed(v16),
  "ocpp2.0.1": listed(v201),
  "ocpp2.1": listed({ ...v201, ...only21 }),
};

/** The actions of a version; versions that are not written down get those of their nearest. */
export function actionsOf(version: string): readonly Action[] {
  return byVersion[version] ?? byVersion[version.startsWith("ocpp2") ? "ocpp2.0.1" : "ocpp1.6"] ?? [];
}

function listed(actions: Record<string, Json>): Action[] {
  return Object.entries(actions)
    .map(([name, starter]) => ({ name, starter }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

export function starterText(action: Action | undefined): string {
  return JSON.stringify(action?.starter ?? {}, null, 2);
}
