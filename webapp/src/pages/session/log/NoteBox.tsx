import { IconAlertTriangle } from "@tabler/icons-react";
import type { Note } from "../../../schema/note";
import css from "./Detail.module.css";
import { logWords } from "../../../words/log";

/** What the standard says against one half of an exchange. */
export function NoteBox({ notes, about }: { notes: readonly Note[]; about: "call" | "answer" }) {
  if (notes.length === 0) return null;
  return (
    <div className={css.note} data-tone="warn">
      <p className={css.noteHead}>
        <IconAlertTriangle size={14} aria-hidden="true" />
        {logWords.notes(notes.length)} {logWords.detail.notesOn[about]}
      </p>
      <ul>
        {notes.map(({ where, sentence }) => (
          <li key={`${where} ${sentence}`} title={where}>
            {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
