import type { ReactNode } from "react";
import type { FrameRow } from "../../../live/contract";
import { Side } from "../../../parts/Side";
import css from "./Detail.module.css";
import { StateWords } from "./StateWords";
import { logWords } from "../../../words/log";

/** Where the answer would stand. */
export function NoAnswer({ row, offset, below }: { row: FrameRow; offset: number; below: ReactNode }) {
  if (row.type === "malformed" || row.state.kind === "answer") return null;
  return (
    <div className={css.half}>
      <div className={css.line}>
        <Side from={row.from === "cp" ? "cs" : "cp"} />
        <span className={css.kind}>{logWords.detail.kinds.result}</span>
      </div>
      <div className={css.text}>
        <StateWords row={row} offset={offset} />
      </div>
      {below}
    </div>
  );
}
