import { IconAlertTriangle, IconNote, IconPinFilled } from "@tabler/icons-react";
import type { Mark } from "../../../live/contract";
import { logWords } from "../../../words/log";
import css from "./Rows.module.css";

/** That a person pinned a frame, or wrote a note on it. The row's name tells both. */
export function RowMarks({ mark }: { mark: Mark | undefined }) {
  if (mark === undefined) return null;
  return (
    <span className={css.marks}>
      {mark.pinned && <IconPinFilled size={12} aria-label={logWords.pinned} />}
      {mark.note !== "" && (
        <span title={mark.note}>
          <IconNote size={13} aria-label={logWords.noted} />
        </span>
      )}
    </span>
  );
}

/** "2 notes" where the standard has something to say; only the figure where there is little room. */
export function SchemaNotes({ notes, short = false }: { notes: number; short?: boolean }) {
  if (notes === 0) return null;
  const words = logWords.notes(notes);
  return (
    <span className={css.notes} title={words}>
      <IconAlertTriangle size={13} stroke={1.75} aria-hidden="true" />
      {short ? notes : words}
    </span>
  );
}
