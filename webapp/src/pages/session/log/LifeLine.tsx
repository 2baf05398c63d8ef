import { IconPlugConnected, IconPlugConnectedX, IconUnlink, IconUserCheck, IconWifiOff } from "@tabler/icons-react";
import type { LifeEvent, LifeRow } from "../../../live/contract";
import { clockSeconds, dateLine, exactTime, milliseconds, type Zone } from "../../../parts/format";
import css from "./Rows.module.css";

const icons: Record<LifeEvent, typeof IconUnlink> = {
  opened: IconPlugConnected,
  closed: IconPlugConnectedX,
  superseded: IconPlugConnectedX,
  away: IconWifiOff,
  bus: IconPlugConnectedX,
  gap: IconUnlink,
  role: IconUserCheck,
};

/** A line about the connection, at its place among the frames. */
export function LifeLine({ row, zone }: { row: LifeRow; zone: Zone }) {
  const Icon = icons[row.event];
  const [first, rest] = firstSentence(row.words);
  return (
    <>
      <span role="gridcell" className={css.time} title={exactTime(row.at)}>
        {clockSeconds(row.at, zone)}
        <span className={css.ms}>.{milliseconds(row.at)}</span>
      </span>
      <span role="gridcell" className={css.lifeIcon}>
        <Icon size={14} stroke={1.75} aria-hidden="true" />
      </span>
      <span role="gridcell" className={css.lifeWords} title={row.words}>
        <b>{first}</b>
        {rest}
      </span>
    </>
  );
}

export function DateLine({ at, zone }: { at: number; zone: Zone }) {
  return (
    <span role="gridcell" className={css.date}>
      {dateLine(at, zone)}
    </span>
  );
}

/** The first sentence stands in bold; a number's point ends none. */
function firstSentence(words: string): [string, string] {
  const end = /[.…](?=\s)/.exec(words);
  return end === null ? [words, ""] : [words.slice(0, end.index + 1), words.slice(end.index + 1)];
}
