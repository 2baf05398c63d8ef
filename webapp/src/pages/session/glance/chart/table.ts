import { figure } from "../../../../parts/format";
import type { SeriesName } from "../../../../live/contract";
import { seriesTitle } from "./series_words";
import type { Joined } from "./lines";
import { chartWords } from "../../../../words/glance";

/** All times of the chosen series as a spreadsheet reads them; full precision, times in UTC. */
export function csvOf(names: readonly SeriesName[], { times, columns }: Pick<Joined, "times" | "columns">): string {
  const head = [chartWords.time, ...names.map(seriesTitle)].map(quoted).join(",");
  const lines = measuredPlaces({ times, columns }).map((place) =>
    [new Date(times[place] ?? 0).toISOString(), ...columns.map((column) => numberText(column[place]))].join(","),
  );
  return `${[head, ...lines].join("\r\n")}\r\n`;
}

/** Times at which at least one series was measured. */
export function measuredPlaces({ times, columns }: Pick<Joined, "times" | "columns">): number[] {
  return times.flatMap((_, place) => (columns.some((column) => typeof column[place] === "number") ? [place] : []));
}

export function cellText(value: number | null | undefined, unit: string): string {
  return typeof value === "number" ? figure(value, unit) : "";
}

function numberText(value: number | null | undefined): string {
  // What arithmetic in binary adds to 7360 W is no measurement.
  return typeof value === "number" ? String(Number(value.toPrecision(12))) : "";
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
