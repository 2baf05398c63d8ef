import { readable } from "../../../engine/meter";
import type { Connector, Measured, Source } from "../../../live/contract";
import { quantity } from "../../../parts/format";
import { figureNames, glanceWords } from "../../../words/glance";

export interface FigureOf {
  name: string;
  value: number;
  unit: string;
  source: Source;
  /** Each phase, where there are several. */
  more?: string;
}

const measured = ["Power.Active.Import", "Power.Active.Export", "Current.Import", "Voltage", "SoC", "Temperature"];

/** Only what was measured, power first, then the energy of this transaction. */
export function figuresOf(connector: Connector): FigureOf[] {
  const readings = measured.flatMap((measurand) => figureOf(connector.readings, measurand) ?? []);
  const { transaction } = connector;
  if (transaction === null || transaction.energyWh === null) return readings;
  const register = connector.readings.findLast(({ measurand }) => measurand === "Energy.Active.Import.Register");
  const energy = {
    name: transaction.partial ? glanceWords.sinceSeen : glanceWords.thisTransaction,
    value: transaction.energyWh / 1000,
    unit: "kWh",
    source: register?.source ?? transaction.source,
  };
  const power = readings.findIndex(({ unit }) => unit === "kW");
  return [...readings.slice(0, power + 1), energy, ...readings.slice(power + 1)];
}

/** The newest value of a quantity; phases that came together stand as one. */
export function figureOf(readings: readonly Measured[], measurand: string): FigureOf | null {
  const found = readings.filter((reading) => reading.measurand === measurand);
  const newest = Math.max(...found.map(({ at }) => at));
  const now = found.filter(({ at }) => at === newest);
  const first = now.find(({ phase }) => phase === null) ?? now[0];
  if (first === undefined) return null;
  const phases = now.filter(({ phase }) => /^L[123](-N)?$/.test(phase ?? ""));
  if (first.phase === null || phases.length < 2) return { ...plain(first), name: nameOf(first) };
  const values = phases.map(({ value }) => value);
  const carrying = measurand === "Voltage" ? phases.length : values.filter((value) => Math.abs(value) > 0.2).length;
  const value = together(measurand, values);
  const name = `${nameOf({ ...first, phase: null })}, ${glanceWords.phases(carrying === 0 ? phases.length : carrying, phases.length)}`;
  return { ...plain({ ...first, value }), name, more: phases.map(phaseWords).join(", ") };
}

/** Power adds up; of currents the highest counts, for that is what a fuse sees; of voltages the mean. */
function together(measurand: string, values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + value, 0);
  if (measurand.startsWith("Power.")) return sum;
  return measurand === "Voltage" ? sum / values.length : Math.max(...values);
}

function plain(reading: Measured): Omit<FigureOf, "name"> {
  return { ...readable(reading), source: reading.source };
}

function nameOf({ measurand, phase, location }: Measured): string {
  const name = figureNames[measurand] ?? measurand;
  if (measurand === "Temperature" && location !== null) return location;
  return phase === null ? name : `${name}, ${phase}`;
}

function phaseWords(reading: Measured): string {
  const { value, unit } = readable(reading);
  return `${reading.phase ?? ""} ${quantity(value, unit)}`;
}
