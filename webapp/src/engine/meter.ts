import { at, type Json, listOf, numberOf, wordOf } from "./json";
import { instant } from "./summary/moments";

export interface Reading {
  measurand: string;
  phase: string | null;
  /** Null where it is the outlet, as the standard has it when nothing is said. */
  location: string | null;
  value: number;
  unit: string;
  at: number;
}

/** Every number in a `meterValue` list of either version, in its order; `now` stands in for a time that is missing. */
export function readingsOf(meterValue: Json | undefined, now: number): Reading[] {
  return listOf(meterValue).flatMap((entry) => {
    const taken = timeOr(at(entry, "timestamp"), now);
    return listOf(at(entry, "sampledValue")).flatMap((sample) => reading(sample, taken));
  });
}

const day = 86_400_000;

/** The charger's own time; a clock that was never set tells none, then the time of the frame stands in. */
export function timeOr(sent: Json | undefined, now: number): number {
  const told = wordOf(sent);
  const taken = told === undefined ? undefined : instant(told);
  const plausible = taken !== undefined && (now === 0 || (taken > now - 400 * day && taken < now + 2 * day));
  return plausible ? taken : now;
}

function reading(sample: Json, taken: number): Reading[] {
  const value = numberOf(at(sample, "value"));
  // Signed data is no number, even where its digits look like one.
  if (value === undefined || wordOf(at(sample, "format")) === "SignedData") return [];
  const measurand = wordOf(at(sample, "measurand")) ?? "Energy.Active.Import.Register";
  const scale = 10 ** (numberOf(at(sample, "unitOfMeasure", "multiplier")) ?? 0);
  const unit = wordOf(at(sample, "unit")) ?? wordOf(at(sample, "unitOfMeasure", "unit")) ?? usualUnit(measurand);
  const place = wordOf(at(sample, "location"));
  const location = place === undefined || place === "Outlet" ? null : place;
  return [{ measurand, phase: wordOf(at(sample, "phase")) ?? null, location, value: value * scale, unit, at: taken }];
}

function usualUnit(measurand: string): string {
  if (measurand.startsWith("Energy.")) return "Wh";
  if (measurand.startsWith("Power.") && measurand !== "Power.Factor") return "W";
  if (measurand.startsWith("Current.")) return "A";
  if (measurand === "Voltage") return "V";
  if (measurand === "SoC") return "Percent";
  return measurand === "Temperature" ? "Celsius" : "";
}

/** In the unit people read: kW, kWh, %, °C. */
export function readable({ value, unit }: Pick<Reading, "value" | "unit">): { value: number; unit: string } {
  if (/^(W|Wh|VA|VAh|var|varh)$/i.test(unit)) return { value: value / 1000, unit: `k${unit}` };
  if (unit === "Percent" || unit === "Percentage") return { value, unit: "%" };
  if (unit === "Celsius" || unit === "Celcius") return { value, unit: "°C" };
  if (unit === "Fahrenheit") return { value, unit: "°F" };
  return { value, unit };
}

/** What the meter stood at, in Wh: the register, or the sum of its phases. */
export function registerOf(readings: readonly Reading[]): { wh: number; at: number } | null {
  const registers = readings.filter(({ measurand }) => measurand === "Energy.Active.Import.Register");
  const last = registers.findLast(({ phase }) => phase === null);
  if (last !== undefined) return { wh: wattHours(last), at: last.at };
  const at = Math.max(...registers.map((register) => register.at));
  const phases = registers.filter((register) => register.at === at);
  return phases.length < 2 ? null : { wh: phases.reduce((sum, phase) => sum + wattHours(phase), 0), at };
}

function wattHours({ value, unit }: Reading): number {
  return unit === "kWh" ? value * 1000 : value;
}

const important = [
  /^Power\.Active\.Import$/,
  /^Energy\.Active\.Import\.Register$/,
  /^SoC$/,
  /^Power\./,
  /^Energy\./,
  /^Current\./,
  /^Voltage$/,
  /^Temperature$/,
];

/** One reading for each quantity, the most telling first: the newest, and the whole rather than a phase of it. */
export function telling(readings: readonly Reading[]): Reading[] {
  const found: Reading[] = [];
  for (const pattern of important) {
    if (found.some((reading) => pattern.test(reading.measurand))) continue;
    const reading = newest(readings.filter((candidate) => pattern.test(candidate.measurand)));
    if (reading) found.push(reading);
  }
  return found;
}

function newest(readings: Reading[]): Reading | undefined {
  const at = Math.max(...readings.map((reading) => reading.at));
  const now = readings.filter((reading) => reading.at === at);
  return now.find((reading) => reading.phase === null) ?? summed(now);
}

/** Power given only by phase adds up; of other quantities the first phase stands for all. */
function summed(phases: Reading[]): Reading | undefined {
  const [first] = phases;
  if (first === undefined) return undefined;
  const alike = phases.filter((phase) => phase.measurand === first.measurand);
  if (!first.measurand.startsWith("Power.Active") || !alike.every((phase) => /^L[123](-N)?$/.test(phase.phase ?? "")))
    return first;
  return { ...first, phase: null, value: alike.reduce((sum, phase) => sum + phase.value, 0) };
}
