import { Alert } from "@mantine/core";
import type { Charger } from "../../../live/contract";
import { nearestVersion } from "../../../schema/version";
import { RegionHead } from "../RegionHead";
import { actionsOf } from "./catalogue/actions";
import { CommandBox } from "./CommandBox";
import { CommandDraft } from "./CommandDraft";
import { CommandLists } from "./CommandLists";
import css from "./Commands.module.css";
import { beginCommand, putCommandAway, useSheet, writeCommand } from "./desk";
import { sendWords } from "./draft";
import { useItem } from "./useItem";
import { startCommand } from "./start_command";

interface Props {
  charger: Charger;
  large: boolean;
  /** The command that the address names. */
  item: string | null;
}

/** What we ask of the charger: the box, the draft, and what became of earlier ones. */
export function CommandsRegion({ charger, large, item }: Props) {
  const { refused, holdBack, identity } = charger;
  const version = nearestVersion(charger.connection?.version ?? "ocpp1.6");
  const sheet = useSheet(identity);
  useItem(identity, version, large ? item : null);
  const lame =
    holdBack?.kind === "watching"
      ? "Take over to send commands"
      : holdBack?.kind === "absent"
        ? "Prepare a command"
        : null;
  return (
    <div className={css.commands} data-large={large}>
      <RegionHead title="Commands" identity={identity} view="commands" large={large} />
      <div className={css.body}>
        <CommandBox
          actions={actionsOf(version)}
          placeholder={lame ?? "Send a command"}
          choose={(action) => void startCommand(identity, version, action)}
          raw={() => beginCommand(identity, { kind: "raw", action: "", text: "" })}
        />
        {sheet !== null && (
          <CommandDraft
            key={sheet.number}
            charger={charger}
            writing={sheet.writing}
            setWriting={(next) => (next === null ? putCommandAway(identity) : writeCommand(identity, next))}
          />
        )}
        {sheet === null && holdBack !== null && holdBack.kind !== "turn" && (
          <p className={css.hint}>{sendWords(holdBack, identity, charger.relay.kind === "open")}</p>
        )}
        {refused !== null && (
          <Alert color="red" variant="light" className={css.refused}>
            {refused.words}
          </Alert>
        )}
        <CommandLists charger={charger} />
      </div>
    </div>
  );
}
