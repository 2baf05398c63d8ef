import type { Charger, Connector } from "../../../live/contract";
import { Chip } from "../../../parts/Chip";
import { moment } from "../../../parts/format";
import { usePreferences } from "../../../parts/preferences";
import { useNow } from "../../../parts/tick";
import { isFaulted } from "../strip/connector_words";
import { Figure } from "./Figure";
import { figuresOf } from "./figures";
import css from "./Glance.module.css";

/** One connector or EVSE: its state, since when, and what was measured. */
export function ConnectorCard({ connector, charger }: { connector: Connector; charger: Charger }) {
  const now = useNow();
  const { zone } = usePreferences();
  const { transaction, status, error, at } = connector;
  const left = charger.presence.kind === "left" ? charger.presence : null;
  const measuredAt = Math.max(0, ...connector.readings.map((reading) => reading.at));
  const since = at === null ? null : `since ${moment(at, now, zone)}`;
  return (
    <article
      className={`card ${css.card}`}
      aria-label={connector.label}
      data-stale={left !== null || transaction === null}
      data-running={transaction !== null}
    >
      <div className={css.cardHead}>
        <b className={css.number} data-running={transaction !== null} data-bad={isFaulted(connector)}>
          {connector.id}
        </b>
        <h2>{status ?? "–"}</h2>
        <span className={css.since}>{[since, error].filter((part) => part !== null).join(" · ")}</span>
        {transaction !== null && <Chip>Transaction {transaction.id}</Chip>}
        {transaction?.tag != null && <Chip>Tag {transaction.tag}</Chip>}
      </div>
      <div className={css.figures}>
        {figuresOf(connector).map((figure) => (
          <Figure key={figure.name} {...figure} />
        ))}
      </div>
      {left === null && transaction === null && measuredAt > 0 && (
        <p className={css.since}>last measured {moment(measuredAt, now, zone)}</p>
      )}
      {left !== null && <p className={css.since}>as of {moment(left.at, now, zone)}</p>}
    </article>
  );
}
