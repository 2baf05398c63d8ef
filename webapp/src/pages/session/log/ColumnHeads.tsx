import css from "./FrameList.module.css";
import rows from "./Rows.module.css";
import { logWords } from "../../../words/log";

const { columns } = logWords;
const all = Object.values(columns);

export function ColumnHeads({ medium }: { medium: boolean }) {
  const names = medium ? all.filter((name) => name !== columns.uniqueId) : all;
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
