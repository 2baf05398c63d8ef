import css from "./Form.module.css";
import { draftWords } from "../../../words/draft";

/** Stands for an object or list that is not sent; clicking sends it. */
export function NotSent({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <button type="button" className={css.notSent} aria-label={draftWords.form.addIt(label)} onClick={onAdd}>
      {draftWords.form.notSent}
    </button>
  );
}
