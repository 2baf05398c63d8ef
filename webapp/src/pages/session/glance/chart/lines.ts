import type { Series } from "../../../../engine/series";
import type { Absence } from "../../../../live/contract";

/** A series as it is drawn: in the order of time, null where the line is broken. */
export interface Line {
  times: readonly number[];
  values: readonly (number | null)[];
}

const shortestSilence = 5 * 60_000;

/** Beginnings of the place's transactions in the order of time, and whether the last of them has ended. */
export interface Turns {
  starts: readonly number[];
  over: boolean;
}

/**
 * Broken where the charger was away, where a transaction begins, and where nothing was measured for much longer than
 * usual; also at its end, which comes with its last transaction's.
 */
export function lineOf(
  { times, values }: Pick<Series, "times" | "values">,
  absences: readonly Absence[],
  until = -Infinity,
  turns: Turns = { starts: [], over: false },
): Line {
  const silence = Math.max(shortestSilence, 4 * usualSpacing(times));
  const line = { times: [] as number[], values: [] as (number | null)[] };
  let before = -Infinity;
  let away = 0;
  let turn = 0;
  for (const [place, time] of times.entries()) {
    while (away < absences.length && (absences[away]?.from ?? 0) < before) away += 1;
    const gone = absences[away];
    const wasAway = gone !== undefined && gone.until <= time;
    while ((turns.starts[turn] ?? Infinity) <= before) turn += 1;
    const begins = (turns.starts[turn] ?? Infinity) <= time;
    if (before > -Infinity && (wasAway || begins || time - before > silence)) {
      line.times.push(before + 1);
      line.values.push(null);
    }
    line.times.push(time);
    line.values.push(values[place] ?? null);
    before = time;
  }
  if (until - before > (turns.over ? 0 : silence)) {
    line.times.push(before + 1);
    line.values.push(null);
  }
  return line;
}

/** The median of the newest distances. */
function usualSpacing(times: readonly number[]): number {
  const spans: number[] = [];
  for (let place = Math.max(1, times.length - 200); place < times.length; place += 1)
    spans.push((times[place] ?? 0) - (times[place - 1] ?? 0));
  spans.sort((one, other) => one - other);
  return spans[spans.length >> 1] ?? 0;
}

/** Lines on one axis of time; undefined where a line has no point of its own. */
export interface Joined {
  /** Another number: points have come. */
  version: number;
  times: number[];
  columns: (number | null | undefined)[][];
}

export function joined(lines: readonly Line[], version = 0): Joined {
  const all = Float64Array.from(lines.flatMap((line) => line.times as number[])).sort();
  const times: number[] = [];
  for (const time of all) if (time !== times.at(-1)) times.push(time);
  const columns = lines.map((line) => columnOf(line, times));
  return { version, times, columns };
}

/** A break lasts until the line goes on: uPlot would draw across whatever other lines' points lie between. */
function columnOf(line: Line, times: readonly number[]): (number | null | undefined)[] {
  const column = new Array<number | null | undefined>(times.length);
  let next = 0;
  for (const [place, time] of times.entries()) {
    if (line.times[next] === time) {
      column[place] = line.values[next] ?? null;
      next += 1;
    } else if (next > 0 && line.values[next - 1] === null) column[place] = null;
  }
  return column;
}

/** Where a column was last measured at this place or before; the place itself where the line is broken or has not begun. */
export function lastMeasured(column: readonly (number | null | undefined)[], place: number): number {
  for (let here = place; here >= 0; here -= 1) if (column[here] !== undefined) return here;
  return place;
}

/** The place whose time is nearest. */
export function nearest(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  const before = times[low - 1];
  const after = times[low];
  if (after === undefined) return times.length - 1;
  return before !== undefined && time - before < after - time ? low - 1 : low;
}
