import { ActionIcon, Button, CloseButton } from "@mantine/core";
import { IconClockHour4, IconRepeat } from "@tabler/icons-react";
import type { Charger, Command } from "../../../live/contract";
import { sessionHash } from "../../../parts/route";
import { useNow } from "../../../parts/tick";
import { commandWords as words } from "../../../words/commands";
import { useLive, useStored } from "../../live";
import { frameName } from "../log/frame_name";
import { relayNow } from "../state_words";
import css from "./Commands.module.css";
import { outcomeOf } from "./outcome";
import { useResend } from "./useResend";

/** A command and what became of it; opens its frame in the log. */
export function CommandLine({ command, charger }: { command: Command; charger: Charger }) {
  const live = useLive();
  const now = relayNow(charger, useNow());
  const { identity } = charger;
  const { fill } = useResend(charger, false);
  const row = useStored((store) => (command.row === null ? undefined : store.log(identity).at(command.row)));
  const outcome = outcomeOf(command.state, now);
  const name = command.action ?? words.rawFrame;
  return (
    <li className={css.command} data-command={command.id}>
      {row?.kind === "frame" ? (
        <a className={css.name} href={sessionHash(identity, "log", new URLSearchParams({ frame: frameName(row) }))}>
          {name}
        </a>
      ) : (
        <span className={css.name}>{name}</span>
      )}
      <span className={css.said} data-tone={outcome.tone}>
        {outcome.answer === null ? command.summary : `→ ${outcome.answer}`}
      </span>
      <span className={css.outcome} data-tone={outcome.tone}>
        {command.state.kind === "outstanding" && <IconClockHour4 size={14} aria-hidden="true" />}
        {outcome.words}
      </span>
      {command.text !== "" && command.state.kind !== "queued" && (
        <ActionIcon className={css.lineTool} aria-label={words.fill(name)} onClick={() => fill(command.text)}>
          <IconRepeat size={15} />
        </ActionIcon>
      )}
      {command.state.kind === "queued" && (
        <>
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => live.ask({ kind: "hurry", identity, command: command.id })}
          >
            {words.anyway}
          </Button>
          <CloseButton
            size={20}
            aria-label={words.cancel(name)}
            onClick={() => live.ask({ kind: "cancel", identity, command: command.id })}
          />
        </>
      )}
    </li>
  );
}
