import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconPlayerPlay, IconRepeat, IconX } from "@tabler/icons-react";
import type { Charger, Command } from "../../../../live/contract";
import { clock, clockSeconds } from "../../../../parts/format";
import { usePreferences } from "../../../../parts/preferences";
import { sessionHash } from "../../../../parts/route";
import { useNow } from "../../../../parts/tick";
import { goTo } from "../../../../parts/useRoute";
import { nearestVersion } from "../../../../schema/version";
import { commandWords as words } from "../../../../words/commands";
import { useLive, useStored } from "../../../live";
import { frameName } from "../../log/frame_name";
import { relayNow } from "../../state_words";
import { writingOf } from "../resend";
import { FavouriteButton } from "../send/FavouriteButton";
import type { useRoving } from "../../../../parts/useRoving";
import { useResend } from "../useResend";
import { AnswerWords } from "./AnswerWords";
import css from "./Large.module.css";
import { StateIcon } from "./StateIcon";

interface Props {
  charger: Charger;
  command: Command;
  stop: ReturnType<ReturnType<typeof useRoving>["entry"]>;
  /** The row that Tab reaches; only its buttons are stops. */
  active: boolean;
}

/** What acts by itself when it is clicked. */
const actsItself = "a, button, form";

/** One command: what it was, what came of it, and what can be done with it. */
export function SentRow({ charger, command, stop, active }: Props) {
  const live = useLive();
  const { zone } = usePreferences();
  const now = relayNow(charger, useNow());
  const { fill, again } = useResend(charger, true);
  const { identity } = charger;
  const row = useStored((store) => (command.row === null ? undefined : store.log(identity).at(command.row)));
  const name = command.action ?? words.rawFrame;
  const waits = command.state.kind === "queued";
  const given = command.state.kind === "refused";
  const frame =
    row?.kind === "frame" ? sessionHash(identity, "log", new URLSearchParams({ frame: frameName(row) })) : null;
  const tabIndex = active ? 0 : -1;
  const tell = (kind: "hurry" | "cancel") => () => live.ask({ kind, identity, command: command.id });
  return (
    <tr
      className={css.row}
      data-command={command.id}
      data-opens={frame !== null}
      {...stop}
      onClick={(event) => {
        if (frame !== null && !(event.target as Element).closest(actsItself)) goTo(frame);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target === event.currentTarget && frame !== null) goTo(frame);
      }}
    >
      <td className={css.icon}>
        <StateIcon state={command.state} />
      </td>
      <th scope="row">
        {frame === null ? (
          name
        ) : (
          <a href={frame} tabIndex={-1}>
            {name}
          </a>
        )}
      </th>
      <td className={css.summary}>{command.summary}</td>
      <td className={css.answer}>
        <AnswerWords state={command.state} now={now} />
      </td>
      <td className={css.when} title={clock(command.at, zone)}>
        {waits ? (
          <Button variant="subtle" size="compact-sm" tabIndex={tabIndex} onClick={tell("hurry")}>
            {words.anyway}
          </Button>
        ) : (
          clockSeconds(command.at, zone)
        )}
      </td>
      <td className={css.tools}>
        {waits || given ? (
          <ActionIcon aria-label={words.cancel(name)} tabIndex={tabIndex} onClick={tell("cancel")}>
            <IconX size={15} />
          </ActionIcon>
        ) : (
          <>
            <Tooltip label={words.again(name)}>
              <ActionIcon aria-label={words.again(name)} tabIndex={tabIndex} onClick={() => again(command)}>
                <IconPlayerPlay size={15} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={words.fill(name)}>
              <ActionIcon aria-label={words.fill(name)} tabIndex={tabIndex} onClick={() => fill(command.text)}>
                <IconRepeat size={15} />
              </ActionIcon>
            </Tooltip>
            <FavouriteButton
              version={nearestVersion(charger.connection?.version ?? "ocpp1.6")}
              writing={writingOf(command.text)}
              tabIndex={tabIndex}
            />
          </>
        )}
      </td>
    </tr>
  );
}
