import type { SeriesName } from "../../../../live/contract";

const most = 4;
const rank = [
  /^Power\.Active\.Import$/,
  /^SoC$/,
  /^Current\.Import$/,
  /^Power\.Active/,
  /^Energy\.Active\.Import\.Register$/,
  /^Voltage$/,
];

/** The most telling first; the whole before its phases, then by place. */
export function ordered(names: readonly SeriesName[]): SeriesName[] {
  return [...names].sort(
    (one, other) =>
      rankOf(one) - rankOf(other) ||
      one.measurand.localeCompare(other.measurand) ||
      one.place.localeCompare(other.place, "en", { numeric: true }) ||
      (one.phase ?? "").localeCompare(other.phase ?? ""),
  );
}

function rankOf({ measurand, phase }: SeriesName): number {
  const found = rank.findIndex((pattern) => pattern.test(measurand));
  return (found < 0 ? rank.length : found) * 2 + (phase === null ? 0 : 1);
}

/** What is drawn until somebody chooses: at most four series on at most two axes. */
export function firstChoice(names: readonly SeriesName[]): string[] {
  const chosen: SeriesName[] = [];
  for (const name of ordered(names)) {
    const units = new Set([...chosen, name].map(({ unit }) => unit));
    if (chosen.length < most && units.size <= 2) chosen.push(name);
  }
  return chosen.map(({ key }) => key);
}

/** Switched by hand: what was chosen goes, what was not comes. */
export type Switched = Readonly<Record<string, boolean>>;

/** The series that are drawn, in their order. */
export function shownSeries(names: readonly SeriesName[], switched: Switched): SeriesName[] {
  const first = new Set(firstChoice(names));
  return ordered(names).filter(({ key }) => switched[key] ?? first.has(key));
}
