import { useSyncExternalStore } from "react";
import type { Json } from "../../../live/contract";
import { commandHash } from "../../../parts/route";
import { goTo } from "../../../parts/useRoute";
import type { Writing } from "./draft";

/** A command that is being written; another number: begun anew. */
export interface Sheet {
  number: number;
  writing: Writing;
}

interface Desk {
  shown: string | null;
  sheets: ReadonlyMap<string, Sheet>;
}

/** What is written for each charger, for as long as the page is open; the dock and the large form show the same. */
const desks = new Map<string, Desk>();
const listeners = new Set<() => void>();
const empty: Desk = { shown: null, sheets: new Map() };
let begun = 0;

/** The command that is being written for a charger. */
export function useSheet(identity: string): Sheet | null {
  return useSyncExternalStore(subscribe, () => sheetOf(identity));
}

export function sheetOf(identity: string): Sheet | null {
  const { shown, sheets } = desks.get(identity) ?? empty;
  return shown === null ? null : (sheets.get(shown) ?? null);
}

/** A fresh draft takes the place of an earlier one for the same action. */
export function beginCommand(identity: string, writing: Writing): void {
  begun += 1;
  lay(identity, { number: begun, writing });
}

/** Shows the draft that was begun for this action; false when there is none. */
export function recallCommand(identity: string, item: string): boolean {
  const sheet = (desks.get(identity) ?? empty).sheets.get(item);
  if (sheet !== undefined) lay(identity, sheet);
  return sheet !== undefined;
}

export function writeCommand(identity: string, writing: Writing): void {
  const sheet = sheetOf(identity);
  if (sheet !== null) lay(identity, { ...sheet, writing });
}

export function putCommandAway(identity: string): void {
  const { sheets } = desks.get(identity) ?? empty;
  tell(identity, { shown: null, sheets });
}

/**
 * Opens the large form with a filled draft; nothing is sent. For other parts of the page, such as "Stop" of a
 * connector or "Set" of a variable.
 */
export function openCommand(identity: string, action: string, payload: Json): void {
  beginCommand(identity, { kind: "call", action, text: JSON.stringify(payload, null, 2) });
  goTo(commandHash(identity, action));
}

/** How the address names a draft: its action, or "any" and "raw". */
export function itemOf({ kind, action }: Writing): string {
  return kind === "call" ? action : kind;
}

function lay(identity: string, sheet: Sheet): void {
  const { sheets } = desks.get(identity) ?? empty;
  const item = itemOf(sheet.writing);
  tell(identity, { shown: item, sheets: new Map(sheets).set(item, sheet) });
}

function tell(identity: string, desk: Desk): void {
  desks.set(identity, desk);
  for (const told of [...listeners]) told();
}

function subscribe(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}
