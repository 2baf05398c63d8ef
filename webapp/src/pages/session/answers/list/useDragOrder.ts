import { useRef, useState } from "react";

/** Where an item that is being dragged would stand. */
export interface Drag {
  from: number;
  to: number;
}

/**
 * Puts a list in another order by dragging its items' handles, with any pointer. The list's children are its items.
 * Nothing moves until the pointer is let go; Escape leaves all as it was.
 */
export function useDragOrder(onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const list = useRef<HTMLElement | null>(null);
  const start = (from: number) => (event: React.PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    list.current = event.currentTarget.closest<HTMLElement>("[data-order]");
    setDrag({ from, to: from });
  };
  const move = (event: React.PointerEvent<HTMLElement>) => {
    if (drag === null || list.current === null) return;
    const to = placeAt(list.current, event.clientY, drag.from);
    if (to !== drag.to) setDrag({ ...drag, to });
  };
  const end = () => {
    if (drag !== null && drag.from !== drag.to) onMove(drag.from, drag.to);
    setDrag(null);
  };
  const cancel = () => setDrag(null);
  const handle = (from: number) => ({
    onPointerDown: start(from),
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: cancel,
  });
  return { drag, handle };
}

/** How many of the other items have their middle above the pointer. */
function placeAt(list: HTMLElement, y: number, from: number): number {
  return [...list.children].filter((item, at) => {
    const { top, height } = item.getBoundingClientRect();
    return at !== from && top + height / 2 < y;
  }).length;
}

/** Where the line that shows the new place stands: above or below this item, or nowhere. */
export function dropEdge(drag: Drag | null, at: number): "above" | "below" | undefined {
  if (drag === null || drag.from === drag.to || drag.to !== at) return undefined;
  return drag.to < drag.from ? "above" : "below";
}
