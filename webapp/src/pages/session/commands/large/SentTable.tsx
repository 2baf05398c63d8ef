import type { Charger } from "../../../../live/contract";
import { commandWords as words } from "../../../../words/commands";
import { useRoving } from "../../../../parts/useRoving";
import css from "./Large.module.css";
import { SentRow } from "./SentRow";

/** What was sent and what waits, the newest first. Arrows walk the rows; R fills the draft with the one in focus. */
export function SentTable({ charger }: { charger: Charger }) {
  const { commands } = charger;
  const roving = useRoving(
    commands.map(({ id }) => id),
    null,
  );
  if (commands.length === 0) return <p className={css.choose}>{words.nothing}</p>;
  return (
    <div className={css.sent}>
      <table className={css.table} onKeyDown={roving.walk} aria-label={words.table}>
        <thead>
          <tr>
            <th aria-hidden="true" />
            <th scope="col" colSpan={2}>
              {words.table}
            </th>
            <th scope="col">{words.answer}</th>
            <th scope="col" className={css.when}>
              {words.time}
            </th>
            <th scope="col">
              <span className="sr-only">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {commands.map((command) => (
            <SentRow
              key={command.id}
              {...{ charger, command }}
              stop={roving.entry(command.id)}
              active={roving.stop === command.id}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
