import { Button, CloseButton } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import type { Charger } from "../../../../live/contract";
import { commandWords as words } from "../../../../words/commands";
import { commandVersion } from "../catalogue/actions";
import type { Writing } from "../draft";
import css from "../Commands.module.css";
import { DraftFields } from "./DraftFields";
import { FavouriteButton } from "./FavouriteButton";
import { PresetSelect } from "./PresetSelect";
import { SendRow } from "./SendRow";
import { useSending } from "./useSending";
import { Warning } from "./Warning";

interface Props {
  charger: Charger;
  writing: Writing;
  setWriting: (writing: Writing | null) => void;
  /** On a phone it covers the page. */
  sheet: boolean;
}

/** A command that is being written in the dock: what is required, the rest behind a word. */
export function CommandDraft({ charger, writing, setWriting, sheet }: Props) {
  const { pressed, ...sending } = useSending(charger, writing);
  const version = commandVersion(writing.action, charger.connection?.version);
  const name = titleOf(writing);
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) setWriting(null);
    pressed(event);
  };
  return (
    <div className={css.draft} data-sheet={sheet} role="group" aria-label={name} onKeyDown={keys}>
      <div className={css.draftHead}>
        {sheet && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconChevronLeft size={20} />}
            onClick={() => setWriting(null)}
          >
            {words.back}
          </Button>
        )}
        <h3>{name}</h3>
        <FavouriteButton version={version} writing={writing} />
        {!sheet && <CloseButton size={24} aria-label={words.away} onClick={() => setWriting(null)} />}
      </div>
      <PresetSelect charger={charger} writing={writing} />
      <Warning writing={writing} />
      <DraftFields {...{ charger, writing, setWriting }} large={false} autoFocus />
      <SendRow {...{ charger, writing, ...sending }} />
    </div>
  );
}

/** What the draft is called: "Reset", "Raw frame, as typed". */
function titleOf({ kind, action }: Writing): string {
  return kind === "raw" ? words.raw : kind === "any" ? words.any : action;
}
