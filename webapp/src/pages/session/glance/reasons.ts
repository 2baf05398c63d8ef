const trouble = new Set([
  "DeAuthorized",
  "EmergencyStop",
  "GroundFault",
  "HardReset",
  "ImmediateReset",
  "Other",
  "OvercurrentFault",
  "PowerLoss",
  "PowerQuality",
  "Reboot",
  "ReqEnergyTransferRejected",
  "SoftReset",
  "Timeout",
]);

/** Whether a transaction ended in a way that neither driver nor operator meant. */
export function isTrouble(reason: string): boolean {
  return trouble.has(reason);
}
