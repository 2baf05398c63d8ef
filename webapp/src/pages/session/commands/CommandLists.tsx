import type { Charger, Command } from "../../../live/contract";
import { CommandLine } from "./CommandLine";
import css from "./Commands.module.css";

/** Outstanding, next, earlier. */
export function CommandLists({ charger }: { charger: Charger }) {
  const { commands } = charger;
  if (commands.length === 0) return <p className={css.hint}>Nothing sent yet. Press C, type reset, press Enter.</p>;
  const outstanding = commands.filter(isOutstanding);
  const next = commands.filter(({ state }) => state.kind === "queued");
  const earlier = commands.filter((command) => !isOutstanding(command) && command.state.kind !== "queued");
  return (
    <>
      <Group name="Outstanding" commands={outstanding} charger={charger} />
      <Group name="Next" commands={next} charger={charger} />
      <Group name="Earlier" commands={earlier} charger={charger} />
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
