/** Which fields tell who somebody is, or let somebody in. Keys are compared without case. */

/** `secret`: gets a pseudonym, wherever it stands. `opaque`: long and of no use to a reader, blurred where it stands. */
export type FieldKind = "secret" | "opaque" | null;

const secret = new Set(
  [
    // tags and tokens
    "idTag parentIdTag idToken groupIdToken additionalIdToken customerIdentifier emaid contractId",
    // the charger, its meter, its SIM, the car
    "chargeBoxIdentity chargePointId chargingStationId iccid imsi imei vin evccId pcid mac macAddress",
    // what lets somebody in
    "authorizationKey basicAuthPassword password passphrase secret pin simPin apnPassword apnUserName userName user",
    "authorization proxy-authorization cookie set-cookie",
  ]
    .join(" ")
    .toLowerCase()
    .split(" "),
);

const opaque = new Set(
  [
    "certificate certificateChain csr signingCertificate rootCertificate publicKey signature signedMeterData",
    "exiRequest exiResponse ocspResult issuerNameHash issuerKeyHash",
  ]
    .join(" ")
    .toLowerCase()
    .split(" "),
);

export function fieldKind(key: string, parent: string | null): FieldKind {
  const name = key.toLowerCase();
  if (secret.has(name) || name.endsWith("serialnumber")) return "secret";
  if (parent?.toLowerCase() === "vpn" && (name === "key" || name === "group" || name === "server")) return "secret";
  return opaque.has(name) ? "opaque" : null;
}

/** Keys whose values are words of the standard: such a word is nobody's name, even where somebody's tag is spelled alike. */
export function holdsWords(key: string): boolean {
  return /(status|reason|code|type|kind|measurand|unit|context|location|phase|format|trigger|message|state)$/i.test(
    key,
  );
}

/** A setting (1.6) or variable (2.x) whose value is a secret. */
export function isSecretName(name: string): boolean {
  return /auth.*key|password|passphrase|secret|token$|masterpass|serial|iccid|imsi|imei|mac(address)?$|^identity$|user(name)?$|ssid|^vin$|evccid|phone|e-?mail|contact|pin$|^apn/i.test(
    name,
  );
}

/** Where the value of a named setting stands. */
export const valueKeys = new Set(["value", "attributeValue", "actualValue"]);
