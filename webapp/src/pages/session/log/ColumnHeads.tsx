import css from "./FrameList.module.css";
import rows from "./Rows.module.css";

const all = ["Time", "From", "Action", "Unique id", "Summary", "State"];

export function ColumnHeads({ medium }: { medium: boolean }) {
  const names = medium ? all.filter((name) => name !== "Unique id") : all;
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={`${css.heads} ${rows.wide} ${medium ? rows.medium : ""}`}>
        {names.map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}
