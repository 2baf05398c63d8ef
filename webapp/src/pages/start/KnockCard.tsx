import { IconDoorOff } from "@tabler/icons-react";
import type { Knock } from "../../live/contract";
import { clockSeconds, count, exactTime } from "../../parts/format";
import { usePreferences } from "../../parts/preferences";
import css from "./Start.module.css";

/** One knock; the same again only counts. */
export function KnockCard({ knock }: { knock: Knock }) {
  const { zone } = usePreferences();
  return (
    <li className={css.knock}>
      <IconDoorOff size={16} aria-hidden="true" />
      <div className={css.knockHead}>
        <h3>{knock.reason}</h3>
        <time dateTime={new Date(knock.at).toISOString()} title={exactTime(knock.at)}>
          {clockSeconds(knock.at, zone)}
        </time>
      </div>
      <code>
        {knock.path} · from {knock.remote}
      </code>
      <p>{knock.advice}</p>
      {knock.times > 1 && (
        <p className={css.times}>
          {count(knock.times)} times since {clockSeconds(knock.since, zone).slice(0, 5)}
        </p>
      )}
    </li>
  );
}
