import { Alert } from "@mantine/core";
import { useState } from "react";
import type { Charger } from "../../../live/contract";
import { RegionHead } from "../RegionHead";
import { actionsOf, starterText } from "./actions";
import { CommandBox } from "./CommandBox";
import { CommandDraft } from "./CommandDraft";
import { CommandLists } from "./CommandLists";
import css from "./Commands.module.css";
import { sendWords, type Writing } from "./draft";

/** What we ask of the charger: the box, the draft, and what became of earlier ones. */
export function CommandsRegion({ charger, large }: { charger: Charger; large: boolean }) {
  const [writing, setWriting] = useState<Writing | null>(null);
  const [drafts, setDrafts] = useState(0);
  const actions = actionsOf(charger.connection?.version ?? "ocpp1.6");
  const begin = (next: Writing) => {
    setWriting(next);
    setDrafts(drafts + 1);
  };
  const choose = (name: string) => {
    const action = actions.find((one) => one.name === name);
    begin({ kind: "call", action: name, text: starterText(action) });
  };
  const { refused, holdBack, identity } = charger;
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
          actions={actions}
          placeholder={lame ?? "Send a command"}
          choose={choose}
          raw={() => begin({ kind: "raw", action: "", text: "" })}
        />
        {writing !== null && <CommandDraft key={drafts} charger={charger} writing={writing} setWriting={setWriting} />}
        {writing === null && holdBack !== null && holdBack.kind !== "turn" && (
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
