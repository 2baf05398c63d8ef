import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { FrameRow } from "../../../live/contract";
import type { Log } from "../../../live/page_store";
import { ColumnHeads } from "./ColumnHeads";
import { FrameLine } from "./FrameLine";
import css from "./FrameList.module.css";
import { moved } from "./moved";
import { Placement } from "./placement";
import type { Shape } from "./shape";
import type { ShownRows } from "./shown_rows";
import { useScroll } from "./useScroll";

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
  /** `walked`: with the arrow keys, which leaves no entry in the history. */
  onOpen: (id: number, walked: boolean) => void;
  onClose: () => void;
  offset: number;
  log: Log;
}

const edge = 4;

/** The grid "Frames": only what can be seen is drawn; one tab stop, walked with the arrow keys. */
export function FrameList(props: Props) {
  const { rows, version, shape, following, setFollowing, open } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const scroll = useScroll(scroller);
  const [active, setActive] = useState(-1);
  const total = rows.length;
  const stop = open === null ? active : rows.indexOf(open);
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
  const goTo = (index: number) => {
    setActive(index);
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
  return (
    <div className={css.frames} role="grid" aria-label="Frames" aria-rowcount={total + 1} aria-colcount={shape.columns}>
      {shape.kind === "narrow" ? null : <ColumnHeads medium={shape.kind === "medium"} />}
      <div ref={scroller} className={css.scroller} role="rowgroup" onScroll={scrolled} onKeyDown={pressed}>
        <div style={{ height: placement.height, position: "relative" }}>
          {placement.drawn(scroll.top, scroll.height, tabStop).map((index) => (
            <FrameLine
              key={keyOf(rows, index)}
              index={index}
              line={rows.at(index)}
              above={rows.at(index - 1)}
              answer={props.folded ? answerOf(rows, index, props.log) : undefined}
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
        </div>
      </div>
    </div>
  );
}

function keyOf(rows: ShownRows, index: number): string | number {
  const line = rows.at(index);
  if (line === undefined) return `gone ${index}`;
  return line.kind === "date" ? `date ${line.at}` : line.row.id;
}

function answerOf(rows: ShownRows, index: number, log: Log): FrameRow | undefined {
  const line = rows.at(index);
  if (line?.kind !== "row" || line.row.kind !== "frame") return undefined;
  if (line.row.pair === null || line.row.state.kind === "answer") return undefined;
  const pair = log.at(line.row.pair);
  return pair?.kind === "frame" ? pair : undefined;
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
