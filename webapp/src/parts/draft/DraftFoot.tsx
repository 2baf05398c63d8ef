import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { Note } from "../../schema/note";
import { spoken, type Version } from "../../schema/version";
import css from "./Draft.module.css";
import type { Reading } from "./reading";
import type { Schemas } from "./useSchemas";
import { draftWords } from "../../words/draft";

interface Props {
  version: Version;
  state: Schemas["kind"];
  reading: Reading;
  notes: readonly Note[];
  goTo: (note: Note) => void;
}

/** What there is to say about the draft as a whole. */
export function DraftFoot({ version, state, reading, notes, goTo }: Props) {
  if (reading.kind === "wrong")
    return (
      <p className={css.wrong} role="status">
        {reading.words}
      </p>
    );
  switch (state) {
    case "coming":
      return <p className={css.quiet}>{draftWords.reading(spoken(version))}</p>;
    case "failed":
      return <p className={css.quiet}>{draftWords.notFetched(spoken(version))}</p>;
    case "here":
      return notes.length === 0 ? <Fits version={version} /> : <NoteList notes={notes} goTo={goTo} />;
  }
}

function Fits({ version }: { version: Version }) {
  return (
    <p className={css.fits}>
      <IconCheck size={14} aria-hidden="true" /> {draftWords.fits(spoken(version))}
    </p>
  );
}

function NoteList({ notes, goTo }: Pick<Props, "notes" | "goTo">) {
  const list = useId();
  const [open, setOpen] = useState(false);
  return (
    <div className={css.notes}>
      <Button
        variant="subtle"
        size="compact-sm"
        className={css.noteCount}
        leftSection={<IconAlertTriangle size={14} />}
        rightSection={<IconChevronDown size={14} data-open={open} />}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {draftWords.notes(notes.length)}
      </Button>
      <ul id={list} hidden={!open} className={css.noteList}>
        {notes.map((note) => (
          <li key={`${note.where} ${note.sentence}`}>
            <code>{note.where}</code>
            <span>{note.sentence}</span>
            <Button variant="subtle" size="compact-xs" onClick={() => goTo(note)}>
              {draftWords.goTo}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
