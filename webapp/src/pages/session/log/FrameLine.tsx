import { memo } from "react";
import type { FrameRow, Mark } from "../../../live/contract";
import { usePreferences } from "../../../parts/preferences";
import { current } from "../../../parts/tick";
import { DateLine, LifeLine } from "./LifeLine";
import { NarrowRow } from "./NarrowRow";
import css from "./Rows.module.css";
import { exactTimeId } from "./ExactTime";
import { rowName, whenWords } from "./row_words";
import type { Shape } from "./shape";
import type { Line } from "./shown_rows";
import { WideRow } from "./WideRow";

interface Props {
  index: number;
  line: Line | undefined;
  above: Line | undefined;
  answer?: FrameRow | undefined;
  /** Of an answer: when its call stood. */
  callAt?: number | undefined;
  mark?: Mark | undefined;
  /** How much the standard says against it. */
  notes?: number;
  top: number;
  height: number;
  shape: Shape;
  offset: number;
  open: number | null;
  pair: number | null;
  stop: boolean;
  onFocus: (name: number) => void;
  onOpen: (id: number, walked: boolean) => void;
}

export const FrameLine = memo(
  function FrameLine(props: Props) {
    const { line, index, shape, open, pair } = props;
    const { zone } = usePreferences();
    if (line === undefined) return null;
    const place = { transform: `translateY(${props.top}px)`, height: props.height };
    const className = [
      css.row,
      shape.kind === "narrow" ? css.narrow : css.wide,
      shape.kind === "medium" ? css.medium : "",
    ].join(" ");
    const common = {
      role: "row",
      className,
      style: place,
      "data-index": index,
      "aria-rowindex": index + 2,
      tabIndex: props.stop ? 0 : -1,
      "aria-describedby": props.stop ? exactTimeId : undefined,
    };
    if (line.kind === "date") {
      return (
        <div {...common} data-kind="date" onFocus={() => props.onFocus(-line.row - 1)}>
          <DateLine at={line.at} zone={zone} />
        </div>
      );
    }
    const { row } = line;
    if (row.kind === "life") {
      return (
        <div {...common} data-kind="life" data-tone={row.tone} onFocus={() => props.onFocus(row.id)}>
          <LifeLine row={row} zone={zone} />
        </div>
      );
    }
    const { answer, mark, notes = 0 } = props;
    const inner = { row, answer, zone, offset: props.offset, when: whenWords(props), mark, notes };
    return (
      <div
        {...common}
        data-kind="frame"
        data-selected={row.id === open || row.id === pair}
        data-malformed={row.type === "malformed"}
        data-held={row.state.kind === "held"}
        data-reply={row.state.kind === "answer"}
        aria-selected={row.id === open}
        aria-label={rowName(row, current() + props.offset, zone, { answer, mark, notes })}
        onFocus={() => props.onFocus(row.id)}
        onClick={() => props.onOpen(row.id, false)}
      >
        {shape.kind === "narrow" ? <NarrowRow {...inner} /> : <WideRow {...inner} short={shape.kind === "medium"} />}
      </div>
    );
  },
  (before, after) => (Object.keys(after) as (keyof Props)[]).every((name) => isSame(name, before, after)),
);

/** Lines are made anew at each look; the row inside tells whether something changed. */
function isSame(name: keyof Props, before: Props, after: Props): boolean {
  if (name === "onFocus" || name === "onOpen") return true;
  if (name === "line" || name === "above") return rowOf(before[name]) === rowOf(after[name]);
  if (name === "open" || name === "pair") return touches(before) === touches(after);
  return before[name] === after[name];
}

function rowOf(line: Line | undefined) {
  return line?.kind === "row" ? line.row : line?.at;
}

/** Only the rows that are, or were, open have to be drawn again. */
function touches({ line, open, pair }: Props): string {
  const id = line?.kind === "row" ? line.row.id : -1;
  return `${id === open} ${id === pair}`;
}
