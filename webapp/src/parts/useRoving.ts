import { useState } from "react";

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** One tab stop for a list whose entries carry `data-stop`: arrows, Home and End walk it. */
export function useRoving(keys: readonly string[], preferred: string | null) {
  const [last, setLast] = useState<string | null>(null);
  const stop = [last, preferred].find((key) => key !== null && keys.includes(key)) ?? keys[0];
  const walk = (event: React.KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-stop]")];
    const at = stops.findIndex((one) => one.contains(document.activeElement));
    if (at < 0) return;
    event.preventDefault();
    stops[step(at, stops.length)]?.focus();
  };
  const entry = (key: string) => ({
    "data-stop": key,
    tabIndex: key === stop ? 0 : -1,
    onFocus: () => setLast(key),
  });
  return { walk, entry, stop };
}
