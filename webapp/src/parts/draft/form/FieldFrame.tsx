import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Note } from "../../../schema/note";
import css from "./Form.module.css";
import { draftWords } from "../../../words/draft";

interface Props {
  id: string;
  label: string;
  required: boolean;
  sent: boolean;
  hint?: string | undefined;
  /** The same for those who point at the key, where there is no room for it. */
  title?: string | undefined;
  /** The hint is heard, and seen when one points at the key. */
  quiet?: boolean;
  notes: readonly Note[];
  /** Takes a row of its own. */
  wide?: boolean;
  /** The control is not one element that a label could name. */
  group?: boolean;
  onRemove: () => void;
  children: ReactNode;
}

// Does not fit beside "required" in the narrowest column.
const longLabel = 15;

/** A field: the wire's key, whether it must be sent, its control, and what there is to say about it. */
export function FieldFrame(props: Props) {
  const { id, label, required, sent, hint, quiet, notes, wide, group, onRemove, children } = props;
  const title = quiet ? hint : props.title;
  return (
    <div
      className={css.field}
      data-wide={wide}
      data-long={label.length > longLabel}
      role={group ? "group" : undefined}
      aria-label={group ? label : undefined}
    >
      <div className={css.head}>
        {group ? (
          <span className={css.label} title={title}>
            {label}
          </span>
        ) : (
          <label className={css.label} htmlFor={id} title={title}>
            {label}
          </label>
        )}
        <span className={css.need}>{required ? draftWords.form.required : draftWords.form.optional}</span>
        {sent && !required && (
          <ActionIcon size={16} aria-label={draftWords.form.remove(label)} onClick={onRemove}>
            <IconX size={12} />
          </ActionIcon>
        )}
      </div>
      {children}
      {hint !== undefined && (
        <p className={quiet ? "sr-only" : css.hint} id={`${id}-hint`} title={hint}>
          {hint}
        </p>
      )}
      {notes.map(({ sentence }) => (
        <p className={css.note} key={sentence}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
