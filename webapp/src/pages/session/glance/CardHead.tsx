import type { Connector } from "../../../live/contract";
import { Chip } from "../../../parts/Chip";
import { usePreferences } from "../../../parts/preferences";
import { glanceWords } from "../../../words/glance";
import { isFaulted } from "../strip/connector_words";
import { From } from "./From";
import css from "./Glance.module.css";

/** Number, state, since when, error; what runs on it and for whom. */
export function CardHead({ connector, identity, now }: { connector: Connector; identity: string; now: number }) {
  const { zone } = usePreferences();
  const { id, transaction, status, error, at, source } = connector;
  const since = at === null ? null : glanceWords.since(at, now, zone);
  const faulted = isFaulted(connector);
  const noError = transaction === null || status === null || id.includes(".") ? null : glanceWords.noError;
  return (
    <div className={css.cardHead}>
      <b className={css.number} data-running={transaction !== null} data-bad={faulted}>
        {id}
      </b>
      <h2>
        <From identity={identity} source={source}>
          {status ?? glanceWords.unknown}
        </From>
      </h2>
      <span className={css.since} data-bad={faulted}>
        {[since, error ?? noError].filter((part) => part !== null).join(" · ")}
      </span>
      {transaction !== null && (
        <Chip>
          <From identity={identity} source={transaction.source}>
            {glanceWords.transaction(transaction.id)}
          </From>
        </Chip>
      )}
      {transaction?.tag != null && <Chip>{glanceWords.tag(transaction.tag)}</Chip>}
    </div>
  );
}
