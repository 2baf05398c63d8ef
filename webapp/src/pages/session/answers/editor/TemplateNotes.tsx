import { IconAlertTriangle } from "@tabler/icons-react";
import type { Json } from "../../../../engine/json";
import { templateNotes } from "../../../../responder/template_notes";
import css from "./Editor.module.css";
import { answersWords } from "../../../../words/answers";

/** Templates that would go out as they are written, because nothing has such a name. */
export function TemplateNotes({ value }: { value: Json }) {
  const notes = templateNotes(value);
  if (notes.length === 0) return null;
  return (
    <ul className={css.notes} aria-label={answersWords.editor.noTemplate}>
      {notes.map(({ path, from, words }) => (
        <li key={`${path} ${from}`}>
          <IconAlertTriangle size={14} aria-hidden="true" /> <code>{path}</code> {words}
        </li>
      ))}
    </ul>
  );
}
