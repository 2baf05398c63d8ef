import { type RefObject, useEffect, useState } from "react";

/** Whether a part has room for so many pixels. Known only in a browser that lays out. */
export function useWide(part: RefObject<HTMLElement | null>, from: number): boolean {
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const { current } = part;
    if (current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWide(entry.contentRect.width >= from);
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [part, from]);
  return wide;
}
