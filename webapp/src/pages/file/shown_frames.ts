import type { Row } from "../../live/contract";
import type { Log } from "../../live/page_store";

/** The frames that the list shows, by epoch and number; folded, an answer is shown with its call. */
export function shownFrames(
  log: Log,
  wanted: (row: Row) => boolean,
  folded: boolean,
): { count: number; shown: Record<string, Uint32Array> } {
  const numbers = new Map<string, Set<number>>();
  const add = (row: Row | undefined): void => {
    if (row?.kind !== "frame") return;
    const seqs = numbers.get(row.epoch) ?? new Set();
    numbers.set(row.epoch, seqs.add(row.seq));
  };
  for (let id = log.first; id < log.end; id += 1) {
    const row = log.at(id);
    if (row?.kind !== "frame" || !wanted(row)) continue;
    add(row);
    if (folded && row.pair !== null) add(log.at(row.pair));
  }
  const entries = [...numbers].map(([epoch, seqs]): [string, Uint32Array] => [epoch, Uint32Array.from(seqs)]);
  return { count: entries.reduce((sum, [, { length }]) => sum + length, 0), shown: Object.fromEntries(entries) };
}

export function rowsOf(log: Log): Row[] {
  const rows: Row[] = [];
  for (let id = log.first; id < log.end; id += 1) {
    const row = log.at(id);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}
