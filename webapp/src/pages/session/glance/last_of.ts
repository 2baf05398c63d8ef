import type { TransactionRow } from "../../../live/contract";

/** The newest transaction of each connector that is over. */
export function lastOf(newestFirst: readonly TransactionRow[]): Map<string, TransactionRow> {
  const last = new Map<string, TransactionRow>();
  for (const row of newestFirst)
    if (row.connector !== null && row.state !== "running" && !last.has(row.connector)) last.set(row.connector, row);
  return last;
}
