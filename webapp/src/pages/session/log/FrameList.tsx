import { useVirtualizer, type Range } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Log } from "../../../live/page_store";
import type { ShownRows } from "./shown_rows";
import { ColumnHeads } from "./ColumnHeads";
import { FrameLine } from "./FrameLine";
import css from "./FrameList.module.css";
import type { Shape } from "./shape";
import { moved } from "./moved";

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
  const { rows, shape, following, setFollowing, open } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const stop = open === null ? active : rows.indexOf(open);
  const total = rows.length;
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used in this part only
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => shape.heightOf(rows.at(index)),
    overscan: 12,
    getItemKey: (index) => keyOf(rows, index),
    // The row that holds the focus stays drawn, wherever the list is scrolled to.
    rangeExtractor: useCallback((range: Range) => withStop(range, stop), [stop]),
  });

  useLayoutEffect(() => virtual.measure(), [virtual, shape]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (following && element !== null) element.scrollTop = element.scrollHeight;
  }, [following, total, props.version, shape]);

  // A banner or the detail takes room away: the end stays in sight.
  useEffect(() => {
    const element = scroller.current;
    if (element === null || !following) return;
    const observer = new ResizeObserver(() => {
      element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [following]);

  const scrolled = () => {
    const element = scroller.current;
    if (element === null) return;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= edge;
    if (atEnd !== following) setFollowing(atEnd);
  };

  const goTo = (index: number) => {
    setActive(index);
    setFollowing(index === total - 1);
    virtual.scrollToIndex(index, { align: "auto" });
    focusWhenDrawn(scroller, index);
    const line = rows.at(index);
    if (open !== null && line?.kind === "row" && line.row.kind === "frame") props.onOpen(line.row.id, true);
  };

  const pressed = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / shape.row) - 1);
    const to = moved(event.key, stop, total, page);
    if (to !== null) goTo(to);
    else if (event.key === "Enter" || event.key === " ") openLine(rows, stop, props.onOpen);
    else if (event.key === "Escape") props.onClose();
    else return;
    event.preventDefault();
  };

  useEffect(() => {
    if (open !== null && rows.indexOf(open) >= 0 && !following)
      virtual.scrollToIndex(rows.indexOf(open), { align: "auto" });
    // Only when another frame is opened: scrolling away from it is the reader's own choice.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [open]);

  return (
    <div className={css.frames} role="grid" aria-label="Frames" aria-rowcount={total + 1} aria-colcount={shape.columns}>
      {shape.kind === "narrow" ? null : <ColumnHeads medium={shape.kind === "medium"} />}
      <div ref={scroller} className={css.scroller} role="rowgroup" onScroll={scrolled} onKeyDown={pressed}>
        <div style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {virtual.getVirtualItems().map((item) => (
            <FrameLine
              key={item.key}
              index={item.index}
              line={rows.at(item.index)}
              above={rows.at(item.index - 1)}
              answer={props.folded ? answerOf(rows, item.index, props.log) : undefined}
              top={item.start}
              height={item.size}
              shape={shape}
              offset={props.offset}
              open={open}
              pair={props.pair}
              stop={item.index === (stop < 0 ? total - 1 : stop)}
              onFocus={setActive}
              onOpen={props.onOpen}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function withStop({ startIndex, endIndex, overscan, count }: Range, stop: number): number[] {
  const from = Math.max(0, startIndex - overscan);
  const to = Math.min(count - 1, endIndex + overscan);
  const drawn = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  if (stop >= 0 && stop < from) return [stop, ...drawn];
  if (stop > to && stop < count) return [...drawn, stop];
  return drawn;
}

function keyOf(rows: ShownRows, index: number): string | number {
  const line = rows.at(index);
  if (line === undefined) return `gone ${index}`;
  return line.kind === "date" ? `date ${line.at}` : line.row.id;
}

function answerOf(rows: ShownRows, index: number, log: Log) {
  const line = rows.at(index);
  if (line?.kind !== "row" || line.row.kind !== "frame" || line.row.pair === null || line.row.state.kind === "answer")
    return undefined;
  const pair = log.at(line.row.pair);
  return pair?.kind === "frame" ? pair : undefined;
}

function openLine(rows: ShownRows, index: number, open: Props["onOpen"]) {
  const line = rows.at(index);
  if (line?.kind === "row" && line.row.kind === "frame") open(line.row.id, false);
}

/** The row may only be drawn after the list has scrolled. */
function focusWhenDrawn(scroller: React.RefObject<HTMLDivElement | null>, index: number) {
  requestAnimationFrame(() => {
    scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true });
  });
}
