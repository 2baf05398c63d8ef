import css from "./Form.module.css";

/** Stands for an object or list that is not sent; clicking sends it. */
export function NotSent({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <button type="button" className={css.notSent} aria-label={`${label}, not sent: add it`} onClick={onAdd}>
      not sent
    </button>
  );
}
