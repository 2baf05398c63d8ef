import { useSyncExternalStore } from "react";

/** What a screen reader is told without the focus moving: one polite place for the whole page. */
let words = "";
const listeners = new Set<() => void>();

export function announce(text: string): void {
  // The same words twice are only spoken again when the text differs.
  words = text === words ? `${text}\u00A0` : text;
  for (const told of listeners) told();
}

function subscribe(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => words);
  return (
    <div className="sr-only" role="status" aria-live="polite">
      {text}
    </div>
  );
}
