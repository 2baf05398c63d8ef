import { useCallback, useMemo } from "react";
import type { Charger } from "../../../live/contract";
import { useLive, useStored } from "../../live";
import { glanceWords } from "../../../words/glance";
import { ChartCard } from "./chart/ChartCard";
import { ConnectorCard } from "./ConnectorCard";
import { Facts } from "./Facts";
import css from "./Glance.module.css";
import { lastOf } from "./last_of";
import { isSecond } from "./remote";
import { type Ask, whyNot } from "./settings/requests";
import { SettingsCard } from "./settings/SettingsCard";
import { TransactionsCard } from "./TransactionsCard";
import { useSlowly } from "./useSlowly";

/** How often tables and curves follow what comes; cards and facts follow at once. */
const everyMs = 1000;

/** What the charger does and did, as far as its frames told. */
export default function GlancePage({ charger }: { charger: Charger }) {
  const live = useLive();
  const { identity } = charger;
  const newest = useStored((store) => store.glance(identity));
  const glance = useSlowly(newest, everyMs);
  const connectors = charger.connectors.filter(({ id }) => id !== "0");
  const version = charger.connection?.version ?? "ocpp1.6";
  const second = isSecond(version);
  const send = useCallback(
    ({ action, payload }: Ask) =>
      live.ask({ kind: "send", identity, draft: { kind: "call", action, payload }, anyway: false }),
    [live, identity],
  );
  const offset = charger.clockOffset ?? 0;
  // In whole seconds, so that the jitter of the network redraws nothing.
  const ahead = Math.round((offset + (charger.facts.clockSkewMs ?? 0)) / 1000) * 1000;
  const transactions = newest.transactions;
  const last = useMemo(() => lastOf(transactions), [transactions]);
  return (
    <div className={css.glance}>
      <div className={css.main}>
        <div className={css.cards}>
          {connectors.length === 0 && <p className={`card ${css.none}`}>{glanceWords.notReported}</p>}
          {connectors.map((connector) => (
            <ConnectorCard
              key={connector.id}
              connector={connector}
              charger={charger}
              last={last.get(connector.id) ?? null}
            />
          ))}
        </div>
        <ChartCard identity={identity} glance={glance} ahead={ahead} />
        <TransactionsCard identity={identity} transactions={glance.transactions} second={second} offset={offset} />
      </div>
      <div className={css.side}>
        <Facts charger={charger} />
        <SettingsCard
          identity={identity}
          settings={newest.settings}
          read={newest.read}
          version={version}
          second={second}
          lame={whyNot(charger)}
          send={send}
        />
      </div>
    </div>
  );
}
