import { ActionIcon, Button, SegmentedControl, TextInput, Tooltip } from "@mantine/core";
import { IconFold, IconFoldDown, IconSearch } from "@tabler/icons-react";
import { useRef } from "react";
import type { Charger } from "../../../live/contract";
import type { Log } from "../../../live/page_store";
import { useKeys } from "../../../parts/keys";
import { ExportMenu } from "../../file/ExportMenu";
import { ActionFilter } from "./ActionFilter";
import type { Filter } from "./filter";
import { FilterMenu } from "./FilterMenu";
import css from "./LogRegion.module.css";
import type { Shape } from "./shape";
import { StateFilterMenu } from "./StateFilterMenu";

interface Props {
  charger: Charger;
  log: Log;
  filter: Filter;
  setFilter: (filter: Filter) => void;
  folded: boolean;
  setFolded: (folded: boolean) => void;
  shape: Shape;
}

const sides = [
  { value: "both", label: "Both" },
  { value: "cp", label: "CP →" },
  { value: "cs", label: "← CS" },
];

export function ToolRow({ charger, log, filter, setFilter, folded, setFolded, shape }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => box.current?.focus() });
  const narrow = shape.kind === "narrow";
  const Icon = folded ? IconFoldDown : IconFold;
  const words = folded ? "Unfold" : "Fold";
  return (
    <div className={css.tools} role="toolbar" aria-label="Filter of the log">
      <TextInput
        ref={box}
        className={css.search}
        aria-label="Search text"
        placeholder="Search text"
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        rightSection={narrow ? null : <kbd className="key">/</kbd>}
        value={filter.text}
        onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
      />
      {narrow ? (
        <FilterMenu log={log} filter={filter} setFilter={setFilter} />
      ) : (
        <>
          <ActionFilter log={log} filter={filter} setFilter={setFilter} />
          <StateFilterMenu filter={filter} setFilter={setFilter} />
        </>
      )}
      {!narrow && (
        <SegmentedControl
          aria-label="From"
          data={sides}
          value={filter.from ?? "both"}
          onChange={(from) => setFilter({ ...filter, from: from === "cp" || from === "cs" ? from : null })}
        />
      )}
      <div className={css.push}>
        {shape.kind === "wide" ? (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<Icon size={16} />}
            aria-pressed={folded}
            onClick={() => setFolded(!folded)}
          >
            {words}
          </Button>
        ) : (
          <Tooltip label={words}>
            <ActionIcon aria-label="Fold" aria-pressed={folded} onClick={() => setFolded(!folded)}>
              <Icon size={16} />
            </ActionIcon>
          </Tooltip>
        )}
        <ExportMenu {...{ charger, log, filter, folded, bare: shape.kind !== "wide" }} />
      </div>
    </div>
  );
}
