import { IconDoorOff } from "@tabler/icons-react";
import type { Knock } from "../../live/contract";
import { clockSeconds, count, exactTime } from "../../parts/format";
import { usePreferences } from "../../parts/preferences";
import css from "./Start.module.css";
import { startWords } from "../../words/start";

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
      <code>{startWords.turnedAway.from(knock.path, knock.remote)}</code>
      <p>{knock.advice}</p>
      {knock.times > 1 && (
        <p className={css.times}>
          {startWords.turnedAway.times(count(knock.times), clockSeconds(knock.since, zone).slice(0, 5))}
        </p>
      )}
    </li>
  );
}
