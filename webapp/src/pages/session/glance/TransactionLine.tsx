import { Tooltip } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { memo } from "react";
import type { TransactionRow } from "../../../live/contract";
import { age, clockSeconds, dayKey, exactTime, moment, quantity, type Zone } from "../../../parts/format";
import { usePreferences } from "../../../parts/preferences";
import { current, useNow } from "../../../parts/tick";
import { goTo } from "../../../parts/useRoute";
import { glanceWords, transactionWords } from "../../../words/glance";
import { usePlace } from "./place";
import { isTrouble } from "./reasons";
import css from "./Tables.module.css";

interface Props {
  row: TransactionRow;
  identity: string;
  offset: number;
}

/** One transaction; the whole row leads to its frames. */
export const TransactionLine = memo(function TransactionLine({ row, identity, offset }: Props) {
  const { zone } = usePreferences();
  const place = usePlace(identity);
  const hash = place.log(new URLSearchParams({ tx: row.id }));
  const now = current() + offset;
  return (
    <tr onClick={() => goTo(hash)}>
      <th scope="row">
        <a href={hash} title={transactionWords.show(row.id)} onClick={(event) => event.stopPropagation()}>
          {row.id}
        </a>
      </th>
      <td>{row.connector ?? glanceWords.unknown}</td>
      <td className="mono">{row.tag ?? glanceWords.unknown}</td>
      <td>{row.start === null ? glanceWords.unknown : <Time at={row.start} now={now} zone={zone} />}</td>
      <td>
        <Stop row={row} now={now} zone={zone} />
      </td>
      <td>
        <Duration row={row} offset={offset} />
      </td>
      <td>
        <Energy row={row} />
      </td>
      <td>
        <Reason row={row} />
      </td>
    </tr>
  );
});

function Time({ at, now, zone }: { at: number; now: number; zone: Zone }) {
  const today = dayKey(at, zone) === dayKey(now, zone);
  return <span title={exactTime(at)}>{today ? clockSeconds(at, zone) : moment(at, now, zone)}</span>;
}

function Stop({ row, now, zone }: { row: TransactionRow; now: number; zone: Zone }) {
  if (row.stop !== null) return <Time at={row.stop} now={now} zone={zone} />;
  if (row.state === "running") return <b className={css.running}>{transactionWords.running}</b>;
  return <span title={transactionWords.lostSays}>{transactionWords.lost}</span>;
}

function Duration({ row, offset }: { row: TransactionRow; offset: number }) {
  if (row.start === null) return <>{glanceWords.unknown}</>;
  if (row.stop !== null) return <>{age(row.stop - row.start)}</>;
  return row.state === "running" ? <Running since={row.start} offset={offset} /> : <>{glanceWords.unknown}</>;
}

function Running({ since, offset }: { since: number; offset: number }) {
  return <>{age(useNow() + offset - since)}</>;
}

function Energy({ row }: { row: TransactionRow }) {
  const energy = quantity(row.energyWh === null ? undefined : row.energyWh / 1000, "kWh");
  return row.partial && row.energyWh !== null ? (
    <span title={transactionWords.atLeast}>≥ {energy}</span>
  ) : (
    <>{energy}</>
  );
}

function Reason({ row: { reason, offline } }: { row: TransactionRow }) {
  const trouble = reason !== null && isTrouble(reason);
  return (
    <span className={css.reason} data-trouble={trouble}>
      {trouble && <IconAlertTriangle size={14} aria-hidden="true" />}
      {reason}
      {offline && (
        <Tooltip label={transactionWords.offlineSays}>
          <span className={css.hint}>{transactionWords.offline}</span>
        </Tooltip>
      )}
    </span>
  );
}
