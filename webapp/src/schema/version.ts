/** The versions whose schemas we carry, by the name of their subprotocol. */
export const versions = ["ocpp1.6", "ocpp2.0.1", "ocpp2.1"] as const;
export type Version = (typeof versions)[number];

/** What a connection speaks, as one that is written down: 2.0 is read as 2.0.1, all other names as 1.6. */
export function nearestVersion(subprotocol: string): Version {
  const same = versions.find((version) => version === subprotocol);
  return same ?? (subprotocol.startsWith("ocpp2") ? "ocpp2.0.1" : "ocpp1.6");
}

/** "OCPP 1.6" */
export function spoken(version: Version): string {
  return `OCPP ${version.slice("ocpp".length)}`;
}
