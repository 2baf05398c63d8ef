import { memo } from "react";
import type { TransactionRow } from "../../../live/contract";
import { counted } from "../../../parts/format";
import { transactionWords } from "../../../words/glance";
import css from "./Tables.module.css";
import { TransactionLine } from "./TransactionLine";

interface Props {
  identity: string;
  transactions: readonly TransactionRow[];
  /** OCPP 2.x names EVSEs. */
  second: boolean;
  /** Of the browser, by how much the relay's clock is ahead. */
  offset: number;
}

/** The last transactions, the newest first; a row filters the log by it. */
export const TransactionsCard = memo(function TransactionsCard({ identity, transactions, second, offset }: Props) {
  const { title, none, heads, evseHeads } = transactionWords;
  return (
    <section className={`card ${css.card}`} aria-label={title}>
      <div className={css.head}>
        <h2>{title}</h2>
        {transactions.length > 0 && (
          <span className={css.count} title={counted(transactions.length, "transaction")}>
            {transactions.length}
          </span>
        )}
      </div>
      {transactions.length === 0 ? (
        <p className={css.none}>{none}</p>
      ) : (
        <div className={css.scroll} tabIndex={0} role="group" aria-label={title}>
          <table className={css.table}>
            <thead>
              <tr>
                {(second ? evseHeads : heads).map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {transactions.map((row) => (
                <TransactionLine key={row.key} row={row} identity={identity} offset={offset} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
});
