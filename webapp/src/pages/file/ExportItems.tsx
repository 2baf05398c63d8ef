import { Menu } from "@mantine/core";
import { useState } from "react";
import type { ExportWish, Row } from "../../live/contract";
import type { Format } from "../../trace/format";
import { filesWords } from "../../words/files";
import { useLive, useStored } from "../live";
import { type Filter, isFiltering } from "../session/log/filter";
import { chooseFile } from "./open_file";
import css from "./File.module.css";
import { rowsOf, shownFrames } from "./shown_frames";

interface Props {
  identity: string;
  filter: Filter;
  wanted: (row: Row) => boolean;
  folded: boolean;
}

let exports = 0;

function nextId(): string {
  exports += 1;
  return `export-${exports}`;
}

const formats: readonly Format[] = ["jsonl", "trace", "csv"];

/** The log goes on while the menu is open; what is shown is counted once, and looked up again when it is saved. */
export function ExportItems({ identity, filter, wanted, folded }: Props) {
  const live = useLive();
  const log = useStored((store) => store.log(identity));
  const gone = useStored((store) => store.storage()).kind === "gone";
  const all = useStored((store) => store.charger(identity))?.counts.frames ?? 0;
  const [part] = useState(() => (isFiltering(filter) ? shownFrames(log, wanted, folded).count : null));
  const [which, setWhich] = useState<string | null>("all");
  const [anonymise, setAnonymise] = useState(false);
  const save = (format: Format) => {
    const shown = which === "shown" ? shownFrames(log, wanted, folded).shown : null;
    const wish: ExportWish = { format, shown, anonymise };
    live.ask({ kind: "export", id: nextId(), log: identity, wish, rows: gone ? rowsOf(log) : null });
  };
  return (
    <>
      {part !== null && (
        <>
          <Menu.Label>{filesWords.which}</Menu.Label>
          <Menu.RadioGroup value={which} onChange={setWhich}>
            <Menu.RadioItem value="all">{filesWords.all(all)}</Menu.RadioItem>
            <Menu.RadioItem value="shown">{filesWords.shown(part)}</Menu.RadioItem>
          </Menu.RadioGroup>
          <Menu.Divider />
        </>
      )}
      <Menu.CheckboxItem checked={anonymise} onChange={setAnonymise}>
        {filesWords.anonymise}
        <span className={css.hint}>{filesWords.anonymiseHint}</span>
      </Menu.CheckboxItem>
      <Menu.Divider />
      <Menu.Label>{filesWords.saveAs}</Menu.Label>
      {formats.map((format) => (
        <Menu.Item key={format} onClick={() => save(format)} disabled={all === 0}>
          {filesWords.formats[format].name}
          <span className={css.hint}>{filesWords.formats[format].hint}</span>
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item onClick={() => chooseFile(live)}>{filesWords.open}</Menu.Item>
    </>
  );
}
