import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { LobbyCharger } from "../../live/contract";
import { useRoving } from "../../parts/useRoving";
import { useLobbyNow } from "../useLobby";
import { ChargerRow } from "./ChargerRow";
import css from "./Start.module.css";
import { startWords } from "../../words/start";

const columns = Object.values(startWords.connected.columns);
const rowHeight = 36;
// Below this many all rows are drawn.
const virtualFrom = 200;

export function ChargerTable({ chargers }: { chargers: LobbyCharger[] }) {
  const now = useLobbyNow();
  const { walk, entry } = useRoving(
    chargers.map(({ identity }) => identity),
    null,
  );
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used in this part only
  const virtual = useVirtualizer({
    count: chargers.length,
    enabled: chargers.length >= virtualFrom,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const drawn = chargers.length < virtualFrom ? null : virtual.getVirtualItems();
  const above = drawn?.[0]?.start ?? 0;
  const below = drawn === null ? 0 : virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const rows = drawn === null ? chargers : drawn.flatMap(({ index }) => chargers[index] ?? []);
  return (
    <div ref={scroller} className={`card ${css.tableCard}`} data-long={drawn !== null}>
      <table className={css.table} aria-rowcount={chargers.length + 1}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {above > 0 && <tr style={{ height: above }} aria-hidden="true" />}
          {rows.map((charger) => (
            <ChargerRow key={charger.identity} charger={charger} now={now} stop={entry(charger.identity)} />
          ))}
          {below > 0 && <tr style={{ height: below }} aria-hidden="true" />}
        </tbody>
      </table>
    </div>
  );
}
