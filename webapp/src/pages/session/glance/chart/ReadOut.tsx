import type { SeriesName } from "../../../../live/contract";
import { clockSeconds, moment, type Zone } from "../../../../parts/format";
import { chartWords } from "../../../../words/glance";
import css from "./Chart.module.css";
import { Dash } from "./Dash";
import { type Joined, lastMeasured } from "./lines";
import { seriesName } from "./series_words";

interface Props {
  names: readonly SeriesName[];
  data: Joined;
  place: number;
  /** Where the cursor stands, from the left of the drawing's inside. */
  left: number;
  width: number;
  zone: Zone;
  scheme: "light" | "dark";
}

/** All values at one time, beside the cursor. */
export function ReadOut({ names, data, place, left, width, zone, scheme }: Props) {
  const time = data.times[place];
  if (time === undefined) return null;
  const side = left > width / 2 ? { right: `${width - left + 14}px` } : { left: `${left + 62}px` };
  return (
    <div className={css.readOut} style={side} aria-hidden="true">
      <time>{clockSeconds(time, zone)}</time>
      {names.map((name, index) => (
        <div key={name.key}>
          <Dash place={index} scheme={scheme} />
          <span>{seriesName(name)}</span>
          <b>{chartWords.reading(valueAt(data, index, place), name.unit)}</b>
        </div>
      ))}
    </div>
  );
}

export function valueAt({ columns }: Joined, index: number, place: number): number | null | undefined {
  const column = columns[index] ?? [];
  return column[lastMeasured(column, place)];
}

/** The same in a sentence, for a screen reader. */
export function spokenReading(names: readonly SeriesName[], data: Joined, place: number, zone: Zone): string {
  const time = data.times[place];
  if (time === undefined) return "";
  const values = names.map(
    (name, index) => `${seriesName(name)} ${chartWords.reading(valueAt(data, index, place), name.unit)}`,
  );
  return [moment(time, time, zone), ...values].join("; ");
}
