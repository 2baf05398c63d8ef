import { Button, CloseButton } from "@mantine/core";
import { useRef } from "react";
import type { Charger } from "../../../live/contract";
import { count } from "../../../parts/format";
import { logWords } from "../../../words/log";
import { type Filter, noFilter, searchFault } from "./filter";
import { focusLine } from "./focus_line";
import css from "./LogRegion.module.css";

interface Props {
  charger: Charger;
  filter: Filter;
  setFilter: (filter: Filter) => void;
  /** Frames that are shown, of all. */
  shown: number;
  /** Rows that the search has still before it. */
  unseen: number;
  /** What it must know first is still being loaded. */
  loading: boolean;
}

/** What narrows the log, each to be taken away; and what there is to say about the search. */
export function ActiveFilters({ charger, filter, setFilter, shown, unseen, loading }: Props) {
  const fault = searchFault(filter);
  const all = charger.counts.frames;
  const showing = unseen > 0 ? looking(unseen, all) : logWords.showing(count(shown), count(all));
  const row = useRef<HTMLDivElement>(null);
  const drop = (next: Filter) => {
    setFilter(next);
    focusNext(row.current);
  };
  return (
    <div ref={row} className={css.active}>
      {chips(charger, filter).map(({ words, without }) => (
        <span key={words} className={css.filter}>
          {words}
          <CloseButton
            size={18}
            iconSize={12}
            aria-label={logWords.remove(words)}
            onClick={() => drop({ ...filter, ...without })}
          />
        </span>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={() => drop(noFilter)}>
        {logWords.clear}
      </Button>
      {fault !== null && (
        <span className={css.fault} role="status">
          {fault}
        </span>
      )}
      <span className={css.showing}>{loading ? logWords.loadingSchemas : showing}</span>
    </div>
  );
}

/** To the next filter's cross; after the last one to the log. */
function focusNext(row: HTMLElement | null): void {
  const log = row?.closest("[data-log]") ?? null;
  requestAnimationFrame(() => {
    const cross = log?.querySelector<HTMLElement>(`.${css.filter} button`);
    if (cross) cross.focus();
    else focusLine(log);
  });
}

function looking(unseen: number, all: number): string {
  return logWords.looking(count(Math.max(0, all - unseen)), count(all));
}

function chips(charger: Charger, filter: Filter): { words: string; without: Partial<Filter> }[] {
  const { from, actions, states, connector, transaction, text } = filter;
  const label = charger.connectors.find(({ id }) => id === connector)?.label ?? `${logWords.connector} ${connector}`;
  return [
    from === null ? null : { words: from === "cp" ? logWords.fromCp : logWords.fromCs, without: { from: null } },
    ...actions.map((action) => ({ words: action, without: { actions: actions.filter((one) => one !== action) } })),
    ...states.map((state) => ({
      words: logWords.states[state],
      without: { states: states.filter((one) => one !== state) },
    })),
    connector === null ? null : { words: label, without: { connector: null } },
    transaction === null ? null : { words: logWords.transaction(transaction), without: { transaction: null } },
    text === "" ? null : { words: text.startsWith("$") ? text : `“${text}”`, without: { text: "" } },
  ].filter((chip) => chip !== null);
}
