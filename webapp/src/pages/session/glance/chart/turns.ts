import type { TransactionRow } from "../../../../live/contract";
import type { Turns } from "./lines";

/** The transactions of one place; what 2.x measures names the EVSE, its transactions the connector, too. */
export function turnsOf(transactions: readonly TransactionRow[], place: string): Turns {
  const here = transactions.filter(({ connector }) => connector === place || connector?.startsWith(`${place}.`));
  const starts = here.flatMap(({ start }) => start ?? []).sort((one, other) => one - other);
  return { starts, over: here.length > 0 && here.every(({ state }) => state !== "running") };
}
