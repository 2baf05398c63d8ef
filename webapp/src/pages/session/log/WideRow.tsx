import type { FrameRow } from "../../../live/contract";
import { clockSeconds, milliseconds } from "../../../parts/format";
import { Side } from "../../../parts/Side";
import css from "./Rows.module.css";
import { RowMarks, SchemaNotes } from "./RowMarks";
import type { RowProps } from "./row_props";
import { actionWords } from "./row_words";
import { StateWords } from "./StateWords";

/** One line: time, side, action, unique id, summary, state. Which columns stand is the region's width's choice. */
export function WideRow({ row, answer, zone, offset, when, mark, notes, short }: RowProps & { short: boolean }) {
  return (
    <>
      <span role="gridcell" className={css.time} title={when}>
        {clockSeconds(row.at, zone)}
        <span className={css.ms}>.{milliseconds(row.at)}</span>
      </span>
      <span role="gridcell">
        <Side from={row.from} />
      </span>
      <span role="gridcell" className={css.action} data-answer={isAnswer(row)}>
        {isAnswer(row) && <span className={css.elbow} aria-hidden="true" />}
        <span className="clip">{actionWords(row)}</span>
        <RowMarks mark={mark} />
      </span>
      <span role="gridcell" className={css.uid} title={row.uniqueId ?? undefined}>
        {row.uniqueId === null ? "–" : cut(row.uniqueId)}
      </span>
      <span role="gridcell" className={css.summary}>
        {row.summary}
        {answer !== undefined && <AnswerAfter answer={answer} />}
      </span>
      <span role="gridcell" className={css.how}>
        <StateWords row={row} offset={offset} short={short && notes > 0} />
        <SchemaNotes notes={notes} short={short} />
      </span>
    </>
  );
}

export function AnswerAfter({ answer }: { answer: FrameRow }) {
  return (
    <span className={css.after} data-bad={answer.type === "error"}>
      <span aria-hidden="true"> ↳ </span>
      {answer.summary}
    </span>
  );
}

function isAnswer(row: FrameRow): boolean {
  return row.type === "result" || row.type === "error" || row.type === "result-error";
}

function cut(uniqueId: string): string {
  return uniqueId.length > 9 ? `${uniqueId.slice(0, 8)}…` : uniqueId;
}
