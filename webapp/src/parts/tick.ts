import { useSyncExternalStore } from "react";

/** One timer for everything on the page that grows older. */
const every = 1000;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(told: () => void): () => void {
  listeners.add(told);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const listener of listeners) listener();
  }, every);
  return () => {
    listeners.delete(told);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The same, once. */
export function current(): number {
  // Nobody was ticking: the kept value may be old.
  if (timer === undefined) now = Date.now();
  return now;
}

/** The time, anew each second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, current);
}
