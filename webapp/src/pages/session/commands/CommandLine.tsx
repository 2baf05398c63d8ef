import { Button, CloseButton } from "@mantine/core";
import { IconClockHour4 } from "@tabler/icons-react";
import type { Charger, Command } from "../../../live/contract";
import { sessionHash } from "../../../parts/route";
import { useNow } from "../../../parts/tick";
import { useLive, useStored } from "../../live";
import { frameName } from "../log/frame_name";
import { relayNow } from "../state_words";
import css from "./Commands.module.css";
import { outcomeOf } from "./outcome";

/** A command and what became of it; opens its frame in the log. */
export function CommandLine({ command, charger }: { command: Command; charger: Charger }) {
  const live = useLive();
  const now = relayNow(charger, useNow());
  const { identity } = charger;
  const row = useStored((store) => (command.row === null ? undefined : store.log(identity).at(command.row)));
  const outcome = outcomeOf(command.state, now);
  const name = command.action ?? "Raw frame";
  return (
    <li className={css.command}>
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
      {command.state.kind === "queued" && (
        <>
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => live.ask({ kind: "hurry", identity, command: command.id })}
          >
            Anyway
          </Button>
          <CloseButton
            size={20}
            aria-label={`Cancel ${name}`}
            onClick={() => live.ask({ kind: "cancel", identity, command: command.id })}
          />
        </>
      )}
    </li>
  );
}
