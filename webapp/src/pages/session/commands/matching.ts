import type { Action } from "./catalogue/actions";

/** Actions whose name begins with what was typed, then those that hold it, then those whose capitals do ("scp"). */
export function matching(actions: readonly Action[], typed: string): Action[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return [...actions];
  return actions
    .map((action) => ({ action, rank: rankOf(action.name, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ action }) => action);
}

function rankOf(name: string, wanted: string): number {
  const at = name.toLowerCase().indexOf(wanted);
  if (at === 0) return 0;
  if (at > 0) return 1;
  return name
    .replace(/[^A-Z]/g, "")
    .toLowerCase()
    .startsWith(wanted)
    ? 2
    : 3;
}
