import type { TransactionRow } from "../../../../live/contract";
import { shortId } from "../../../../engine/summary/parts";
import { chartWords } from "../../../../words/glance";

/** A transaction behind the curves. */
export interface Band {
  from: number;
  until: number;
  running: boolean;
  words: string;
}

/** Those whose beginning is known; what runs goes on until now, what ended untold is left out. */
export function bandsOf(transactions: readonly TransactionRow[], now: number): Band[] {
  return transactions
    .flatMap(({ start, stop, state, id, energyWh }): Band[] => {
      if (start === null || (stop === null && state !== "running")) return [];
      return [
        {
          from: start,
          until: stop ?? now,
          running: state === "running",
          words: chartWords.band(shortId(id) ?? id, energyWh),
        },
      ];
    })
    .sort((one, other) => one.from - other.from);
}
