import { Alert } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { Charger } from "../../../live/contract";
import { nearestVersion } from "../../../schema/version";
import { commandWords as words, sendWords } from "../../../words/commands";
import { actionsOf } from "./catalogue/actions";
import { CommandBox } from "./CommandBox";
import { CommandLists } from "./CommandLists";
import css from "./Commands.module.css";
import { beginCommand, putCommandAway, type Sheet, writeCommand } from "./desk";
import { FavouriteChips } from "./FavouriteChips";
import { startCommand } from "./start_command";

// Until somebody writes or repeats a command, the page is quicker without them.
const CommandDraft = lazy(async () => ({ default: (await import("./send/CommandDraft")).CommandDraft }));
const RepeatLines = lazy(async () => ({ default: (await import("./send/RepeatLines")).RepeatLines }));

interface Props {
  charger: Charger;
  sheet: Sheet | null;
  /** On a phone the draft covers the page. */
  covers: boolean;
}

/** Where there is little room: the box, the draft in place, outstanding, next and earlier ones. */
export function DockForm({ charger, sheet, covers }: Props) {
  const { refused, holdBack, identity } = charger;
  const version = nearestVersion(charger.connection?.version ?? "ocpp1.6");
  const lame =
    holdBack?.kind === "watching" ? words.boxWatching : holdBack?.kind === "absent" ? words.boxAbsent : words.box;
  return (
    <div className={css.body}>
      <CommandBox
        actions={actionsOf(version)}
        placeholder={lame}
        choose={(action) => void startCommand(identity, version, action)}
        raw={() => beginCommand(identity, { kind: "raw", action: "", text: "" })}
      />
      <FavouriteChips identity={identity} version={version} />
      {sheet !== null && (
        <Suspense fallback={<p className={css.hint}>{words.coming}</p>}>
          <CommandDraft
            key={sheet.number}
            charger={charger}
            writing={sheet.writing}
            setWriting={(next) => (next === null ? putCommandAway(identity) : writeCommand(identity, next))}
            sheet={covers}
          />
        </Suspense>
      )}
      {sheet === null && holdBack !== null && holdBack.kind !== "turn" && (
        <p className={css.hint}>{sendWords(holdBack, identity, charger.relay.kind === "open")}</p>
      )}
      {refused !== null && (
        <Alert color="red" variant="light" className={css.refused}>
          {refused.words}
        </Alert>
      )}
      <Suspense>{charger.repeats.length > 0 && <RepeatLines charger={charger} />}</Suspense>
      <CommandLists charger={charger} />
    </div>
  );
}
