import { useLayoutEffect, useState, type RefObject } from "react";

/** How far a part is scrolled, and how much of it can be seen. */
export interface Scroll {
  top: number;
  height: number;
}

/** `atEnd`: it is kept at its end, so how far it is scrolled is no news. */
export function useScroll(scroller: RefObject<HTMLElement | null>, atEnd: boolean): Scroll {
  const [scroll, setScroll] = useState<Scroll>({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const read = () =>
      setScroll((before) => {
        const height = element.clientHeight;
        const top = atEnd ? before.top : element.scrollTop;
        return before.top === top && before.height === height ? before : { top, height };
      });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", read);
    };
  }, [scroller, atEnd]);
  return scroll;
}
