import type { Charger, Command } from "../../../live/contract";
import { commandWords as words } from "../../../words/commands";
import { CommandLine } from "./CommandLine";
import css from "./Commands.module.css";

/** Outstanding, next, earlier. */
export function CommandLists({ charger }: { charger: Charger }) {
  const { commands } = charger;
  if (commands.length === 0) return <p className={css.hint}>{words.nothing}</p>;
  const outstanding = commands.filter(isOutstanding);
  const next = commands.filter(({ state }) => state.kind === "queued");
  const earlier = commands.filter((command) => !isOutstanding(command) && command.state.kind !== "queued");
  return (
    <>
      <Group name={words.outstanding} commands={outstanding} charger={charger} />
      <Group name={words.next} commands={next} charger={charger} />
      <Group name={words.earlier} commands={earlier} charger={charger} />
    </>
  );
}

function Group({ name, commands, charger }: { name: string; commands: Command[]; charger: Charger }) {
  if (commands.length === 0) return null;
  return (
    <div>
      <h3 className={css.group} id={`commands-${name}`}>
        {name}
      </h3>
      <ul aria-labelledby={`commands-${name}`}>
        {commands.map((command) => (
          <CommandLine key={command.id} command={command} charger={charger} />
        ))}
      </ul>
    </div>
  );
}

function isOutstanding({ state }: Command): boolean {
  return state.kind === "outstanding" || state.kind === "sending";
}
