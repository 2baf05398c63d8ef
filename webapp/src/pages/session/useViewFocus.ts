import { useEffect, useRef } from "react";
import type { View } from "../../parts/route";

/** After another view opens, a focus that stood in what went goes to the page's heading. */
export function useViewFocus(view: View): void {
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (isLost(document.activeElement)) focusHeading();
  }, [view]);
}

export function focusHeading(): void {
  document.querySelector<HTMLElement>("main h1")?.focus();
}

// The browser itself blurs what is hidden, but only when it draws next.
function isLost(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.closest("[hidden]") !== null;
}
