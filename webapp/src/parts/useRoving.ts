import { useEffect, useRef } from "react";

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** One tab stop for all links in a list: the arrows walk them. Rows may come, go and be drawn anew meanwhile. */
export function useRoving<Part extends HTMLElement = HTMLTableSectionElement>() {
  const list = useRef<Part>(null);
  useEffect(() => {
    const part = list.current;
    if (part === null) return;
    const links = () => [...part.querySelectorAll<HTMLElement>("a[href]")];
    let stop: HTMLElement | undefined;
    const settle = (wanted: HTMLElement | undefined) => {
      const all = links();
      stop = wanted !== undefined && all.includes(wanted) ? wanted : all[0];
      for (const link of all) link.tabIndex = link === stop ? 0 : -1;
    };
    const focused = ({ target }: FocusEvent) => settle(target instanceof HTMLElement ? target : undefined);
    const pressed = (event: KeyboardEvent) => {
      const step = steps[event.key];
      const all = links();
      const at = all.findIndex((link) => link === document.activeElement);
      if (step === undefined || at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      all[step(at, all.length - 1)]?.focus();
    };
    const watch = new MutationObserver(() => settle(stop));
    settle(undefined);
    watch.observe(part, { childList: true, subtree: true });
    part.addEventListener("focusin", focused);
    part.addEventListener("keydown", pressed);
    return () => {
      watch.disconnect();
      part.removeEventListener("focusin", focused);
      part.removeEventListener("keydown", pressed);
    };
  }, []);
  return list;
}
