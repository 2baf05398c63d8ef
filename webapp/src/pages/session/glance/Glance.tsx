import type { Charger } from "../../../live/contract";
import { ConnectorCard } from "./ConnectorCard";
import { Facts } from "./Facts";
import css from "./Glance.module.css";

/** What the charger does, as far as its frames told. */
export function Glance({ charger }: { charger: Charger }) {
  const connectors = charger.connectors.filter(({ id }) => id !== "0");
  return (
    <div className={css.glance}>
      <div className={css.cards}>
        {connectors.length === 0 && <p className={`card ${css.none}`}>Connectors not reported yet.</p>}
        {connectors.map((connector) => (
          <ConnectorCard key={connector.id} connector={connector} charger={charger} />
        ))}
      </div>
      <Facts charger={charger} />
    </div>
  );
}
