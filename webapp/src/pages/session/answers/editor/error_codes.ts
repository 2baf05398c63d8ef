/** As OCPP-J 1.6, section 4.2.3, spells them, its "Occurence" included. */
const codes16 = [
  "NotImplemented",
  "NotSupported",
  "InternalError",
  "ProtocolError",
  "SecurityError",
  "FormationViolation",
  "PropertyConstraintViolation",
  "OccurenceConstraintViolation",
  "TypeConstraintViolation",
  "GenericError",
];

/** OCPP-J 2.0.1, section 4.3; 2.1 has the same. */
const codes2 = [
  "NotImplemented",
  "NotSupported",
  "InternalError",
  "ProtocolError",
  "SecurityError",
  "FormatViolation",
  "PropertyConstraintViolation",
  "OccurrenceConstraintViolation",
  "TypeConstraintViolation",
  "GenericError",
  "MessageTypeNotSupported",
  "RpcFrameworkError",
];

/** The error codes of a version in its own spelling. */
export function errorCodes(version: string): readonly string[] {
  return version.startsWith("ocpp2") ? codes2 : codes16;
}
