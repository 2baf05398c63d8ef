import type { Connector } from "../../../live/contract";
import { readingOf, transactionEnergy } from "../strip/connector_words";

export interface FigureOf {
  name: string;
  value: number;
  unit: string;
  /** When it was measured. */
  at: number | null;
}

const measured: [string, string][] = [
  ["Power.Active.Import", "Power"],
  ["Current.Import", "Current"],
  ["Voltage", "Voltage"],
  ["SoC", "SoC"],
  ["Temperature", "Temperature"],
];

/** Only what was measured, power first, then the energy of this transaction. */
export function figuresOf(connector: Connector): FigureOf[] {
  const readings = measured.flatMap(([measurand, name]) => {
    const reading = readingOf(connector, measurand);
    return reading === null ? [] : [{ name, ...reading }];
  });
  const energy = transactionEnergy(connector);
  const whole = energy === undefined ? [] : [{ name: "This transaction", value: energy, unit: "kWh", at: null }];
  const [power, ...others] = readings;
  return power?.name === "Power" ? [power, ...whole, ...others] : [...whole, ...readings];
}
