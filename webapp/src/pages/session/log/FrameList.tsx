import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, type WheelEvent } from "react";
import type { FrameRow } from "../../../live/contract";
import type { Log, Marks } from "../../../live/page_store";
import { ColumnHeads } from "./ColumnHeads";
import { ExactTime } from "./ExactTime";
import { FrameLine } from "./FrameLine";
import css from "./FrameList.module.css";
import { frameName } from "./frame_name";
import { moved } from "./moved";
import type { NoteCounts } from "./note_counts";
import { Placement } from "./placement";
import type { Shape } from "./shape";
import type { ShownRows } from "./shown_rows";
import { useScroll } from "./useScroll";
import { logWords } from "../../../words/log";

interface Props {
  rows: ShownRows;
  /** Changes when the rows do. */
  version: number;
  shape: Shape;
  folded: boolean;
  following: boolean;
  setFollowing: (following: boolean) => void;
  /** The row whose detail is open, or null. */
  open: number | null;
  pair: number | null;
  /** The line that had the focus last, by its name. */
  active: number | null;
  setActive: (name: number | null) => void;
  /** `walked`: with the arrow keys, which leaves no entry in the history. */
  onOpen: (id: number, walked: boolean) => void;
  onClose: () => void;
  offset: number;
  log: Log;
  marks: Marks;
  counts: NoteCounts | null;
}

const edge = 4;

/** The grid "Frames": only what can be seen is drawn; one tab stop, walked with the arrow keys. */
export function FrameList(props: Props) {
  const { rows, version, shape, following, setFollowing, open, active, setActive } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useScroll(scroller, following);
  const total = rows.length;
  const chosen = open ?? active;
  const stop = chosen === null ? -1 : rows.indexOf(chosen);
  // The rows change in place: their version tells a new placement from an old one.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  const placement = useMemo(() => new Placement(rows, shape), [rows, shape, version]);

  useLayoutEffect(() => {
    if (following && scroller.current !== null) scroller.current.scrollTop = placement.height;
  }, [following, placement, scroll.height]);

  const reveal = (index: number) => {
    const element = scroller.current;
    if (element === null || index < 0) return;
    const top = placement.reveal(index, element.scrollTop, element.clientHeight);
    if (top !== null) element.scrollTop = top;
  };
  useLayoutEffect(() => {
    if (open !== null && !following) reveal(rows.indexOf(open));
    // Only when another frame is opened: scrolling away from it is the reader's own choice.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [open]);

  const scrolled = () => {
    const element = scroller.current;
    if (element === null) return;
    const atEnd = placement.height - element.scrollTop - element.clientHeight <= edge;
    if (atEnd !== following) setFollowing(atEnd);
  };
  // At once: until the list has scrolled, a frame that comes would take it to its end again.
  const wheeled = ({ deltaY }: WheelEvent) => {
    if (deltaY < 0 && following && placement.height > scroll.height) setFollowing(false);
  };
  const goTo = (index: number) => {
    setActive(rows.nameOf(index));
    setFollowing(index === total - 1);
    reveal(index);
    focusWhenDrawn(scroller, index);
    if (open !== null) openLine(rows, index, props.onOpen, true);
  };
  const pressed = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(scroll.height / shape.row) - 1);
    const to = moved(event.key, stop, total, page);
    if (to !== null) goTo(to);
    else if (event.key === "Enter" || event.key === " ") openLine(rows, stop, props.onOpen, false);
    else if (event.key === "Escape") props.onClose();
    else return;
    event.preventDefault();
  };

  const tabStop = stop < 0 ? total - 1 : stop;
  // While it follows, what can be seen is known before the list is scrolled there.
  const top = following ? Math.max(0, placement.height - scroll.height) : scroll.top;
  return (
    <div
      className={css.frames}
      role="grid"
      aria-label={logWords.frames}
      aria-rowcount={total + 1}
      aria-colcount={shape.columns}
    >
      {shape.kind === "narrow" ? null : <ColumnHeads medium={shape.kind === "medium"} />}
      <div
        ref={scroller}
        className={css.scroller}
        role="rowgroup"
        onScroll={scrolled}
        onWheel={wheeled}
        onKeyDown={pressed}
      >
        <div style={{ height: placement.height, position: "relative" }}>
          {placement.drawn(top, scroll.height, tabStop, following ? 2 : undefined).map((index) => (
            <FrameLine
              key={rows.nameOf(index)}
              index={index}
              {...lineAt(index, props)}
              top={placement.topOf(index)}
              height={placement.heightOf(index)}
              shape={shape}
              offset={props.offset}
              open={open}
              pair={props.pair}
              stop={index === tabStop}
              onFocus={setActive}
              onOpen={props.onOpen}
            />
          ))}
          <ExactTime {...lineAt(tabStop, props)} top={placement.topOf(tabStop + 1)} />
        </div>
      </div>
    </div>
  );
}

/** What a line is drawn from. Folded, a row tells of its answer, too. */
function lineAt(index: number, { rows, log, folded, marks, counts }: Props) {
  const line = rows.at(index);
  const above = rows.at(index - 1);
  if (line?.kind !== "row" || line.row.kind !== "frame") return { line, above };
  const { row } = line;
  const other = otherHalf(row, log);
  const isAnswer = row.state.kind === "answer";
  const answer = folded && !isAnswer ? other : undefined;
  const callAt = isAnswer ? other?.at : undefined;
  const mark = marks.get(frameName(row)) ?? (answer && marks.get(frameName(answer)));
  const notes = (counts?.of(row) ?? 0) + ((answer && counts?.of(answer)) ?? 0);
  return { line, above, answer, callAt, mark, notes };
}

function otherHalf({ pair }: FrameRow, log: Log): FrameRow | undefined {
  const row = pair === null ? undefined : log.at(pair);
  return row?.kind === "frame" ? row : undefined;
}

function openLine(rows: ShownRows, index: number, open: Props["onOpen"], walked: boolean) {
  const line = rows.at(index);
  if (line?.kind === "row" && line.row.kind === "frame") open(line.row.id, walked);
}

/** The row may only be drawn after the list has scrolled. */
function focusWhenDrawn(scroller: React.RefObject<HTMLDivElement | null>, index: number) {
  requestAnimationFrame(() => {
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  });
}
