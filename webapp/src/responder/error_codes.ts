const common = ["NotImplemented", "NotSupported", "InternalError", "ProtocolError", "SecurityError"];

// OCPP 1.6 misspells two, and its errata keep them so: "Do not fix, this is a message level change".
const version16 = [
  ...common,
  "FormationViolation",
  "PropertyConstraintViolation",
  "OccurenceConstraintViolation",
  "TypeConstraintViolation",
  "GenericError",
];

const version2 = [
  ...common,
  "FormatViolation",
  "PropertyConstraintViolation",
  "OccurrenceConstraintViolation",
  "TypeConstraintViolation",
  "GenericError",
  "MessageTypeNotSupported",
  "RpcFrameworkError",
];

/** The codes of a CALLERROR, spelt as the version spells them; by the subprotocol's name. */
export function errorCodes(version: string): readonly string[] {
  return version.startsWith("ocpp2") ? version2 : version16;
}
