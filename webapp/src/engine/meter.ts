import { at, type Json, listOf, numberOf, wordOf } from "./json";
import { instant } from "./summary/moments";

export interface Reading {
  measurand: string;
  phase: string | null;
  value: number;
  unit: string;
  at: number;
}

/** Every number in a `meterValue` list of either version, in its order; `now` stands in for a time that is missing. */
export function readingsOf(meterValue: Json | undefined, now: number): Reading[] {
  return listOf(meterValue).flatMap((entry) => {
    const sent = wordOf(at(entry, "timestamp"));
    const taken = (sent === undefined ? undefined : instant(sent)) ?? now;
    return listOf(at(entry, "sampledValue")).flatMap((sample) => reading(sample, taken));
  });
}

function reading(sample: Json, taken: number): Reading[] {
  const value = numberOf(at(sample, "value"));
  if (value === undefined) return []; // signed data is no number
  const measurand = wordOf(at(sample, "measurand")) ?? "Energy.Active.Import.Register";
  const scale = 10 ** (numberOf(at(sample, "unitOfMeasure", "multiplier")) ?? 0);
  const unit = wordOf(at(sample, "unit")) ?? wordOf(at(sample, "unitOfMeasure", "unit")) ?? usualUnit(measurand);
  return [{ measurand, phase: wordOf(at(sample, "phase")) ?? null, value: value * scale, unit, at: taken }];
}

function usualUnit(measurand: string): string {
  if (measurand.startsWith("Energy.")) return "Wh";
  if (measurand.startsWith("Power.") && measurand !== "Power.Factor") return "W";
  if (measurand.startsWith("Current.")) return "A";
  if (measurand === "Voltage") return "V";
  if (measurand === "SoC") return "Percent";
  return measurand === "Temperature" ? "Celsius" : "";
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
