import { Button, CloseButton } from "@mantine/core";
import { count } from "../../../parts/format";
import { type Filter, noFilter, stateNames } from "./filter";
import css from "./LogRegion.module.css";

interface Props {
  filter: Filter;
  setFilter: (filter: Filter) => void;
  shown: number;
  all: number;
}

/** What narrows the log, each to be taken away. */
export function ActiveFilters({ filter, setFilter, shown, all }: Props) {
  return (
    <div className={css.active}>
      {chips(filter).map(({ words, without }) => (
        <span key={words} className={css.filter}>
          {words}
          <CloseButton size={18} iconSize={12} aria-label={`Remove ${words}`} onClick={() => setFilter(without)} />
        </span>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={() => setFilter(noFilter)}>
        Clear
      </Button>
      <span className={css.showing}>
        showing {count(shown)} of {count(all)}
      </span>
    </div>
  );
}

function chips(filter: Filter): { words: string; without: Filter }[] {
  const { from, actions, states, connector, transaction, text } = filter;
  return [
    from === null ? null : { words: from === "cp" ? "from CP" : "from CS", without: { ...filter, from: null } },
    ...actions.map((action) => ({
      words: action,
      without: { ...filter, actions: actions.filter((one) => one !== action) },
    })),
    ...states.map((state) => ({
      words: stateNames[state],
      without: { ...filter, states: states.filter((one) => one !== state) },
    })),
    connector === null ? null : { words: `Connector ${connector}`, without: { ...filter, connector: null } },
    transaction === null ? null : { words: `Transaction ${transaction}`, without: { ...filter, transaction: null } },
    text === "" ? null : { words: `“${text}”`, without: { ...filter, text: "" } },
  ].filter((chip) => chip !== null);
}
