import type { Charger, Connector } from "../../../live/contract";
import { sessionHash } from "../../../parts/route";
import { connectorFigures, isFaulted, statusTally } from "./connector_words";
import css from "./Strip.module.css";
import { sessionWords } from "../../../words/session";

// More than this many say how many are in which state instead.
const singly = 4;

/** One chip per connector or EVSE; each filters the log. */
export function ConnectorChips({ charger }: { charger: Charger }) {
  const connectors = charger.connectors.filter(({ id }) => id !== "0");
  const stale = charger.presence.kind === "left" || charger.presence.kind === "absent";
  if (connectors.length > singly) {
    return (
      <div className={css.connectors} data-stale={stale}>
        <a className={css.connector} href={sessionHash(charger.identity, "charge-point")}>
          <span className={css.status}>{statusTally(connectors)}</span>
        </a>
      </div>
    );
  }
  return (
    <div className={css.connectors} data-stale={stale}>
      {connectors.map((connector) => (
        <ConnectorChip key={connector.id} identity={charger.identity} connector={connector} />
      ))}
    </div>
  );
}

function ConnectorChip({ identity, connector }: { identity: string; connector: Connector }) {
  const figures = connectorFigures(connector);
  const query = new URLSearchParams({ connector: connector.id });
  return (
    <a
      className={css.connector}
      href={sessionHash(identity, "log", query)}
      data-running={connector.transaction !== null}
      data-bad={isFaulted(connector)}
      title={sessionWords.strip.showFrames(connector.label)}
    >
      <b>{connector.id}</b>
      <span className={css.status}>{connector.status ?? "–"}</span>
      {figures.length > 0 && (
        <span className={css.figures}>
          {figures.map((figure) => (
            <span key={figure}>{figure}</span>
          ))}
        </span>
      )}
    </a>
  );
}
