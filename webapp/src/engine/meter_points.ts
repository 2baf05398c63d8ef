import { type Reading, readable } from "./meter";
import type { Place } from "./place";
import type { SeriesName, SeriesPoints } from "./view";

const mostSeries = 200;

/** Meter values on their way to the chart: counted out in batches, so that no series is ever sent twice. */
export class MeterPoints {
  private readonly names = new Map<string, SeriesName>();
  private fresh = new Map<string, SeriesPoints>();

  add(place: Place, readings: readonly Reading[]): void {
    for (const reading of readings) this.point(place, reading);
  }

  take(): SeriesPoints[] {
    const taken = [...this.fresh.values()];
    if (taken.length > 0) this.fresh = new Map();
    return taken;
  }

  private point(place: Place, reading: Reading): void {
    const { value, unit } = readable(reading);
    const name = this.nameOf(place, reading, unit);
    if (name === null) return;
    const points = this.fresh.get(name.key) ?? { series: name, at: [], value: [] };
    points.at.push(reading.at);
    points.value.push(value);
    this.fresh.set(name.key, points);
  }

  private nameOf({ id, label }: Place, { measurand, phase, location }: Reading, unit: string): SeriesName | null {
    // The meter of 2.x belongs to the EVSE, whichever connector is used.
    const [place = id] = id.split(".");
    const key = [place, measurand, phase ?? "", location ?? "", unit].join("|");
    const known = this.names.get(key);
    if (known !== undefined) return known;
    if (this.names.size >= mostSeries) return null;
    const name = { key, place, label: label.replace(/\.\d+$/, ""), measurand, phase, location, unit };
    this.names.set(key, name);
    return name;
  }
}
