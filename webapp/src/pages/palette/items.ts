import type { Action } from "../session/commands/catalogue/actions";
import { paletteWords as words } from "../../words/palette";

/** One thing to go to or do. */
export interface Item {
  /** Unlike any other's. */
  id: string;
  group: keyof typeof words.groups;
  name: string;
  /** What it does, or what is known of it. */
  hint: string;
  run: () => void;
}

/** As many as one looks through; typing narrows them. */
const most = 60;

/**
 * Those that hold every word that was typed, in any case and order; a name that begins with what was typed comes first.
 * An empty search shows all.
 */
export function fitting(items: readonly Item[], typed: string): Item[] {
  const parts = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== "");
  const found = items.filter(({ name, hint, group }) => {
    const text = `${name} ${hint} ${words.groups[group]}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
  const first = parts[0] ?? "";
  const rank = ({ name }: Item): number =>
    name.toLowerCase().startsWith(first) ? 0 : name.toLowerCase().includes(first) ? 1 : 2;
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, most);
}

/** The same in their groups; the group of the best one comes first. */
export function grouped(items: readonly Item[]): { group: Item["group"]; items: Item[] }[] {
  const groups = [...new Set(items.map(({ group }) => group))];
  return groups.map((group) => ({ group, items: items.filter((item) => item.group === group) }));
}

export function commandItem({ name, sentence }: Action, run: () => void): Item {
  return { id: `command ${name}`, group: "command", name, hint: sentence, run };
}
