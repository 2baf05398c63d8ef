import { useEffect, useRef, useState } from "react";

/** A value that is taken over at most this often: what is costly to draw need not follow ten times a second. */
export function useSlowly<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const shownAt = useRef(0);
  useEffect(() => {
    const take = () => {
      shownAt.current = Date.now();
      setShown(value);
    };
    const wait = Math.max(0, shownAt.current + everyMs - Date.now());
    const timer = setTimeout(take, wait);
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return shown;
}
