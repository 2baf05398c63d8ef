import { useEffect } from "react";
import { preferences } from "./preferences";
import { useStable } from "./useStable";

/** What a pressed key does, by its `KeyboardEvent.key`. Returning false leaves the key to the browser. */
export type Keys = Record<string, (event: KeyboardEvent) => unknown>;

/**
 * Single keys for as long as the part is on the page. They rest in text fields, with Ctrl, Alt or Meta held,
 * and where the person switched them off (WCAG 2.1.4).
 */
export function useKeys(keys: Keys): void {
  const pressed = useStable((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (isSingle(event.key) && !preferences().singleKeys) return;
    const act = keys[event.key];
    if (act !== undefined && act(event) !== false) event.preventDefault();
  });
  useEffect(() => {
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [pressed]);
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Esc, Enter, arrows and End are no single-letter shortcuts: they stay. */
function isSingle(key: string): boolean {
  return key.length === 1;
}

/** The key as this keyboard names it. */
export const ctrl = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
