import type { Line } from "./shown_rows";
import css from "./Rows.module.css";
import { whenWords } from "./row_words";

export const exactTimeId = "frame-exact-time";

interface Props {
  line: Line | undefined;
  above: Line | undefined;
  callAt?: number | undefined;
  top: number;
}

/** What hovering over a time tells, for the line that has the focus. */
export function ExactTime(props: Props) {
  if (props.line?.kind !== "row") return null;
  return (
    <span id={exactTimeId} role="tooltip" className={css.exact} style={{ top: props.top }}>
      {whenWords(props)}
    </span>
  );
}
