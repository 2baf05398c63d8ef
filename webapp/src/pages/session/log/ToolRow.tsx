import { ActionIcon, Button, SegmentedControl, TextInput, Tooltip } from "@mantine/core";
import { IconFold, IconFoldDown, IconSearch } from "@tabler/icons-react";
import { memo, useRef } from "react";
import type { Row } from "../../../live/contract";
import { useKeys } from "../../../parts/keys";
import { ExportMenu } from "../../file/ExportMenu";
import { logWords } from "../../../words/log";
import { ActionItems, ConnectorItems, FromItems, StateItems } from "./FilterItems";
import { type Filter, searchFault } from "./filter";
import { FilterMenu, Items } from "./FilterMenu";
import css from "./LogRegion.module.css";
import type { Shape } from "./shape";

interface Props {
  identity: string;
  filter: Filter;
  /** What the filter comes to. */
  wanted: (row: Row) => boolean;
  setFilter: (filter: Filter) => void;
  folded: boolean;
  setFolded: (folded: boolean) => void;
  shape: Shape;
}

const sides = [
  { value: "both", label: logWords.both },
  { value: "cp", label: logWords.sides.cp },
  { value: "cs", label: logWords.sides.cs },
];

/** Search, filters, fold. Which of them stand by themselves is the region's width's choice. */
export const ToolRow = memo(function ToolRow({ identity, filter, wanted, setFilter, folded, setFolded, shape }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => box.current?.focus() });
  const { kind } = shape;
  const items = { identity, filter, setFilter };
  return (
    <div className={css.tools} role="toolbar" aria-label={logWords.tools}>
      <TextInput
        ref={box}
        className={css.search}
        aria-label={logWords.searchName}
        placeholder={logWords.search}
        aria-invalid={searchFault(filter) !== null}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        rightSection={kind === "narrow" ? null : <kbd className="key">/</kbd>}
        value={filter.text}
        onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
      />
      {kind === "narrow" ? (
        <FilterMenu {...items} />
      ) : (
        <>
          <Items name={logWords.action}>{() => <ActionItems {...items} />}</Items>
          <Items name={logWords.state}>{() => <StateItems {...items} />}</Items>
        </>
      )}
      {kind === "medium" && <Items name={logWords.from}>{() => <FromItems {...items} />}</Items>}
      {kind === "wide" && (
        <>
          <Items name={logWords.connector}>{() => <ConnectorItems {...items} />}</Items>
          <SegmentedControl
            aria-label={logWords.from}
            data={sides}
            value={filter.from ?? "both"}
            onChange={(from) => setFilter({ ...filter, from: from === "cp" || from === "cs" ? from : null })}
          />
        </>
      )}
      <div className={css.push}>
        <Fold folded={folded} setFolded={setFolded} wide={kind === "wide"} />
        <ExportMenu {...{ identity, filter, wanted, folded, bare: kind !== "wide" }} />
      </div>
    </div>
  );
});

function Fold({ folded, setFolded, wide }: Pick<Props, "folded" | "setFolded"> & { wide: boolean }) {
  const Icon = folded ? IconFoldDown : IconFold;
  const words = folded ? logWords.unfold : logWords.fold;
  if (wide) {
    return (
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Icon size={16} />}
        aria-pressed={folded}
        onClick={() => setFolded(!folded)}
      >
        {words}
      </Button>
    );
  }
  return (
    <Tooltip label={words}>
      <ActionIcon aria-label={logWords.fold} aria-pressed={folded} onClick={() => setFolded(!folded)}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
