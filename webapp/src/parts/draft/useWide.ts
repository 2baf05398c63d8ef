import { type RefCallback, useCallback, useState } from "react";

/** Whether a part has room for so many pixels; the reference goes on the part. Known from its first drawing on. */
export function useWide(from: number): [RefCallback<HTMLElement>, boolean] {
  const [wide, setWide] = useState(false);
  const measure = useCallback(
    (part: HTMLElement) => {
      const watch = new ResizeObserver(([entry]) => {
        if (entry !== undefined) setWide(entry.contentRect.width >= from);
      });
      setWide(part.clientWidth >= from);
      watch.observe(part);
      return () => watch.disconnect();
    },
    [from],
  );
  return [measure, wide];
}
