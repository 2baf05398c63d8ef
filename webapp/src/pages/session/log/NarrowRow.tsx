import { clockSeconds, exactTime } from "../../../parts/format";
import { Side } from "../../../parts/Side";
import css from "./Rows.module.css";
import type { RowProps } from "./row_props";
import { actionWords } from "./row_words";
import { StateWords } from "./StateWords";
import { AnswerAfter } from "./WideRow";

/** Two lines: what, when; and what it said, how it went. */
export function NarrowRow({ row, answer, zone, offset, before }: RowProps) {
  return (
    <>
      <span role="gridcell" className={css.side}>
        <Side from={row.from} />
      </span>
      <span role="gridcell" className={css.what}>
        {actionWords(row)}
      </span>
      <span role="gridcell" className={css.when} title={exactTime(row.at, before)}>
        {clockSeconds(row.at, zone)}
      </span>
      <span role="gridcell" className={css.said}>
        {row.summary}
        {answer !== undefined && <AnswerAfter answer={answer} />}
      </span>
      <span role="gridcell" className={css.how}>
        <StateWords row={row} offset={offset} short />
      </span>
    </>
  );
}
