import type { CannedContent, Fault, Plan, Test } from "../../../responder/rule";

/** What these pages say, in one place. */
export const words = {
  firstMatch: "The first rule that matches answers.",
  noCallWaits: "No call waits for you.",
  notYet: "Answers are given as soon as it connects.",
  notInUse: "not in use",
  watching: "These rules are yours. They are in use when you take over.",
  otherwise: "Otherwise",
  defaultAnswers: "Default answers",
  defaultsSay: "Accept what the standard lets a central system accept;",
  noRules: "No rules yet. Every call gets the default answer.",
  newRule: "New rule",
  fromSet: "Start from a ready-made set",
  saved: "Saved in this browser",
  notSaved: "Not kept after this tab closes",
  noSuchRule: "This rule is not in the profile in use.",
  silence: "Nothing is sent. The charger runs into its time-out.",
  usual: "What the default answers say of this call.",
  cut: "The connection breaks without a goodbye.",
  ask: "The call waits for you. Without an answer from you, what the next matching rule or the default says goes out.",
  notifyOffer: "Calls that wait can show up as a desktop notification.",
  notifyDenied: "Desktop notifications are blocked in this browser's settings.",
  fromLink: "These rules came with the link. Nothing has changed yet.",
  goneAsked: "The connection that asked is gone.",
  takenOver: "Another tab answers this charger now. This is what you had written.",
  gaveUp: "The charger has most likely given up. An answer now will arrive late.",
} as const;

export const kindNames: Record<CannedContent["kind"], string> = {
  result: "Result",
  error: "Error",
  ask: "Ask me",
  silence: "Silence",
  close: "Close the socket",
  cut: "Cut the connection",
  raw: "Raw text",
  default: "Default answer",
};

export const faultNames: Record<Fault, string> = {
  late: "late",
  twice: "twice",
  "wrong unique id": "wrong unique id",
  "wrong message type": "wrong message type",
  truncated: "truncated",
  empty: "empty",
};

export const modeNames: Record<Plan["mode"], string> = {
  always: "always the same",
  sequence: "in this order",
  random: "at random",
};

export const testNames: Record<Test, string> = {
  is: "is",
  "is not": "is not",
  matches: "matches",
  "is one of": "is one of",
  "is not one of": "is not one of",
  exists: "exists",
  "does not exist": "does not exist",
  ">": ">",
  "<": "<",
};

export const versionNames = [
  { value: "ocpp1.6", label: "OCPP 1.6" },
  { value: "ocpp2.0*", label: "OCPP 2.0.1" },
  { value: "ocpp2.1", label: "OCPP 2.1" },
  { value: "ocpp2*", label: "OCPP 2.x" },
];

export function hitWords(hits: number): string {
  return hits === 1 ? "1 hit" : `${hits} hits`;
}
