import type { SeriesName } from "../../../../live/contract";
import { clockSeconds, dayKey, moment, type Zone } from "../../../../parts/format";
import { chartWords } from "../../../../words/glance";
import tables from "../Tables.module.css";
import css from "./Chart.module.css";
import type { Joined } from "./lines";
import { seriesTitle } from "./series_words";
import { cellText, measuredPlaces } from "./table";

interface Props {
  names: readonly SeriesName[];
  data: Joined;
  from: number;
  until: number;
  zone: Zone;
}

const most = 500;

/** The same figures as a table, the newest first. */
export function SeriesTable({ names, data, from, until, zone }: Props) {
  const places = measuredPlaces(data)
    .filter((place) => (data.times[place] ?? 0) >= from && (data.times[place] ?? 0) <= until)
    .reverse();
  const newest = places.slice(0, most);
  return (
    <div className={css.tableBox} tabIndex={0} role="group" aria-label={chartWords.title}>
      <table className={tables.table}>
        <caption>{chartWords.newest(newest.length, places.length)}</caption>
        <thead>
          <tr>
            <th scope="col">{chartWords.time}</th>
            {names.map((name) => (
              <th key={name.key} scope="col">
                {seriesTitle(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newest.map((place) => {
            const time = data.times[place] ?? 0;
            const today = dayKey(time, zone) === dayKey(until, zone);
            return (
              <tr key={time}>
                <th scope="row">{today ? clockSeconds(time, zone) : moment(time, until, zone)}</th>
                {names.map((name, index) => (
                  <td key={name.key}>{cellText(data.columns[index]?.[place], name.unit)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
