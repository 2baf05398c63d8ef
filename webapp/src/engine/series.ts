import type { SeriesName } from "./view";

const most = 4096;

/**
 * The points of one meter series in the order of their times, in bounded memory: when it is full, the older half is thinned
 * by keeping of each four points the highest and the lowest, so that no peak is lost.
 */
export class Series {
  readonly times: number[] = [];
  readonly values: number[] = [];
  /** Before this only highs and lows are kept; null while all points are. */
  thinnedBefore: number | null = null;

  constructor(readonly name: SeriesName) {}

  add(at: number, value: number): void {
    const place = this.placeOf(at);
    if (this.times[place] === at) {
      this.values[place] = value;
      return;
    }
    if (place === this.times.length) {
      this.times.push(at);
      this.values.push(value);
    } else {
      this.times.splice(place, 0, at);
      this.values.splice(place, 0, value);
    }
    if (this.times.length >= most) this.thin();
  }

  /** The first place whose time is not before this one. */
  placeOf(at: number): number {
    const { times } = this;
    // What is measured now comes last, nearly always.
    if (times.length === 0 || (times.at(-1) ?? 0) < at) return times.length;
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private thin(): void {
    const half = most / 2;
    const times: number[] = [];
    const values: number[] = [];
    for (let start = 0; start < half; start += 4)
      for (const place of extremes(this.values, start, start + 4)) {
        times.push(this.times[place] ?? 0);
        values.push(this.values[place] ?? 0);
      }
    this.thinnedBefore = this.times[half] ?? null;
    this.times.splice(0, half, ...times);
    this.values.splice(0, half, ...values);
  }
}

/** Where the lowest and the highest stand, in the order of time. */
function extremes(values: readonly number[], start: number, end: number): number[] {
  let low = start;
  let high = start;
  for (let place = start; place < end; place += 1) {
    if ((values[place] ?? 0) < (values[low] ?? 0)) low = place;
    if ((values[place] ?? 0) > (values[high] ?? 0)) high = place;
  }
  return low === high ? [low] : [Math.min(low, high), Math.max(low, high)];
}
