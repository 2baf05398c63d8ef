/** The log of a charger that has not come yet. */
export const waitingWords = {
  title: (identity: string) => `Waiting for ${identity} to connect`,
  lead: "This page is ready. The first frame appears here the moment the charger connects.",
  address: "Give the charger this address",
  copyAddress: (scheme: string) => `Copy ${scheme} address`,
  version: "Choose OCPP 1.6 JSON, 2.0.1 or 2.1",
  versionHint: "The charger picks the version; the relay takes all of them. SOAP is not JSON.",
  restart: "Restart the charger if nothing happens for a minute",
  restartHint: "Many read the address only when they start.",
  noCharger: "No charger at hand? Run",
  why: "Why does it not connect?",
  knocked: (identity: string, ago: string) => `${identity} knocked ${ago} ago and was turned away`,
  noFrames: "0 frames",
  lastSeen: (moment: string) => `Last seen here ${moment}.`,
  nothingYet: "Nothing from it for a minute.",
};
