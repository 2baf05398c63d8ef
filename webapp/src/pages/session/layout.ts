import { useSyncExternalStore } from "react";

/** How much room the window has; regions choose their own form from their own width. */
export type Layout = "wide" | "medium" | "column" | "phone";

const widths: [string, Layout][] = [
  ["(min-width: 1280px)", "wide"],
  ["(min-width: 960px)", "medium"],
  ["(min-width: 640px)", "column"],
];

function current(): Layout {
  return widths.find(([query]) => matchMedia(query).matches)?.[1] ?? "phone";
}

function subscribe(told: () => void): () => void {
  const queries = widths.map(([query]) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", told);
  return () => {
    for (const query of queries) query.removeEventListener("change", told);
  };
}

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, current);
}
