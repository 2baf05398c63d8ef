import { clockSeconds } from "../../../parts/format";
import { Side } from "../../../parts/Side";
import css from "./Rows.module.css";
import { RowMarks, SchemaNotes } from "./RowMarks";
import type { RowProps } from "./row_props";
import { actionWords } from "./row_words";
import { StateWords } from "./StateWords";
import { AnswerAfter } from "./WideRow";

/** Two lines: what, when; and what it said, how it went. */
export function NarrowRow({ row, answer, zone, offset, when, mark, notes }: RowProps) {
  return (
    <>
      <span role="gridcell" className={css.side}>
        <Side from={row.from} />
      </span>
      <span role="gridcell" className={css.what}>
        {actionWords(row)}
        <RowMarks mark={mark} />
      </span>
      <span role="gridcell" className={css.when} title={when}>
        {clockSeconds(row.at, zone)}
      </span>
      <span role="gridcell" className={css.said}>
        {row.summary}
        {answer !== undefined && <AnswerAfter answer={answer} />}
      </span>
      <span role="gridcell" className={css.how}>
        <StateWords row={row} offset={offset} short />
        <SchemaNotes notes={notes} short />
      </span>
    </>
  );
}
