import { Button, Tooltip } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import type { Charger, Connector, TransactionRow } from "../../../live/contract";
import { moment } from "../../../parts/format";
import { fileIdentity } from "../../../live/files/file_identity";
import { usePreferences } from "../../../parts/preferences";
import { current, useNow } from "../../../parts/tick";
import { glanceWords } from "../../../words/glance";
import { openCommand } from "../commands/desk";
import { relayNow } from "../state_words";
import { CardHead } from "./CardHead";
import { Figure } from "./Figure";
import { figuresOf } from "./figures";
import { From } from "./From";
import css from "./Glance.module.css";
import { usePlace } from "./place";
import { startCommand, stopCommand } from "./remote";

interface Props {
  connector: Connector;
  charger: Charger;
  /** The last transaction here that is over. */
  last: TransactionRow | null;
}

/** One connector or EVSE: its state, since when, and what was measured. */
export function ConnectorCard({ connector, charger, last }: Props) {
  const now = relayNow(charger, useNow());
  const { zone } = usePreferences();
  const { transaction } = connector;
  const { identity } = charger;
  const left = charger.presence.kind === "left" ? charger.presence : null;
  const place = usePlace(identity);
  const figures = figuresOf(connector).filter(({ source }) => transaction !== null || isNews(source.at, last));
  const measuredAt = Math.max(0, ...figures.map(({ source }) => source.at));
  return (
    <article
      className={`card ${css.card}`}
      aria-label={connector.label}
      data-stale={left !== null || transaction === null}
      data-running={transaction !== null}
    >
      <CardHead connector={connector} identity={identity} now={now} />
      <div className={css.cardBody}>
        {figures.length > 0 && (
          <div className={css.figures}>
            {figures.map((figure) => (
              <Figure key={figure.name} identity={identity} {...figure} />
            ))}
          </div>
        )}
        {transaction === null && last !== null && (
          <p className={css.last}>
            <From identity={identity} source={last.source}>
              {glanceWords.last(
                last.id,
                last.energyWh,
                last.stop === null ? null : moment(last.stop, now, zone),
                last.reason,
              )}
            </From>
          </p>
        )}
        {place.live && charger.identity !== fileIdentity && (
          <RemoteButton connector={connector} charger={charger} tag={last?.tag ?? ""} />
        )}
      </div>
      {left === null && transaction === null && measuredAt > 0 && (
        <p className={css.since}>{glanceWords.lastMeasured(measuredAt, now, zone)}</p>
      )}
      {left !== null && <p className={css.since}>{glanceWords.asOf(left.at, now, zone)}</p>}
    </article>
  );
}

/** Opens the filled command; it does not send. */
function RemoteButton({ connector, charger, tag }: Pick<Props, "connector" | "charger"> & { tag: string }) {
  const { transaction } = connector;
  const version = charger.connection?.version ?? "ocpp1.6";
  const open = () => {
    const { action, payload } =
      transaction === null
        ? startCommand(version, connector, tag, Math.floor(current() / 1000) % 1_000_000)
        : stopCommand(version, transaction.id);
    openCommand(charger.identity, action, payload);
  };
  return (
    <Tooltip label={glanceWords.stopHint}>
      <Button
        variant="default"
        className={css.remote ?? ""}
        leftSection={transaction === null ? <IconPlayerPlay size={15} /> : <IconPlayerStop size={15} />}
        onClick={open}
      >
        {transaction === null ? glanceWords.start : glanceWords.stop}
      </Button>
    </Tooltip>
  );
}

/** What a transaction measured stands in its row once it is over. */
function isNews(at: number, last: TransactionRow | null): boolean {
  return last === null || at > last.source.at + 60_000;
}
