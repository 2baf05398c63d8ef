import type { Kind } from "./carried";
import type { Schema } from "./json_schema";
import type { Version } from "./version";

/**
 * Where we read the standard otherwise than its schema files. The files stay as they are; these words are laid over
 * a copy. `at` leads through the schema: keys of `properties`, `items`, names of `definitions`.
 */
interface Change {
  version: Version;
  action: string;
  kind: Kind;
  at: readonly string[];
  lay: Schema;
}

const sampledValue = ["items", "properties", "sampledValue", "items", "properties"] as const;

const units = [
  ...["Wh", "kWh", "varh", "kvarh", "W", "kW", "VA", "kVA", "var", "kvar", "A", "V", "K"],
  ...["Celcius", "Celsius", "Fahrenheit", "Percent", "Hertz"],
];

// OCPP 1.6 errata sheet: the unit of Frequency is Hertz, which the files do not name.
const hertz: Change[] = [
  { version: "ocpp1.6", action: "MeterValues", kind: "call", at: inside("meterValue"), lay: { enum: units } },
  { version: "ocpp1.6", action: "StopTransaction", kind: "call", at: inside("transactionData"), lay: { enum: units } },
];

// OCPP 2.0.1 errata: 5600 characters are too short for what certificate chains need.
const longExi: Change[] = [
  {
    version: "ocpp2.0.1",
    action: "Get15118EVCertificate",
    kind: "result",
    at: ["properties", "exiResponse"],
    lay: { maxLength: 7500 },
  },
];

const changes = [...hertz, ...longExi];

/** The schema with our changes laid over it; the same object where there are none. */
export function overlaid(schema: Schema, version: Version, action: string, kind: Kind): Schema {
  return changes
    .filter((change) => change.version === version && change.action === action && change.kind === kind)
    .reduce((changed, { at, lay }) => laid(changed, at, lay), schema);
}

function laid(schema: Schema, [step, ...rest]: readonly string[], lay: Schema): Schema {
  if (step === undefined) return { ...schema, ...lay };
  const inner = (schema as Record<string, Schema | undefined>)[step];
  return inner === undefined ? schema : { ...schema, [step]: laid(inner, rest, lay) };
}

function inside(list: string): string[] {
  return ["properties", list, ...sampledValue, "unit"];
}
