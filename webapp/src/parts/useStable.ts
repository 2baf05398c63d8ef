import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function for the part's whole life, that always does what the newest one does. */
export function useStable<Given extends unknown[], Made>(act: (...given: Given) => Made): (...given: Given) => Made {
  const newest = useRef(act);
  useLayoutEffect(() => {
    newest.current = act;
  });
  return useCallback((...given: Given) => newest.current(...given), []);
}
