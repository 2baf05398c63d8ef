import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Row } from "../../live/contract";
import { filesWords } from "../../words/files";
import { useStored } from "../live";
import type { Filter } from "../session/log/filter";
import { onExportCall } from "./export_call";
import { ExportItems } from "./ExportItems";

interface Props {
  identity: string;
  filter: Filter;
  /** What the filter comes to. */
  wanted: (row: Row) => boolean;
  folded: boolean;
  /** Where there is little room: the icon alone. */
  bare: boolean;
}

/** Writes the log to a file: which frames, and in which format. */
export function ExportMenu({ bare, ...log }: Props) {
  const [opened, setOpened] = useState(false);
  const busy = useStored((store) => store.exports()).find(({ state }) => state.kind === "writing");
  useEffect(() => onExportCall(() => setOpened(true)), []);
  const words = busy === undefined ? filesWords.export : filesWords.exporting(busy.frames);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={280}>
      <Menu.Target>
        {bare ? (
          <Tooltip label={words}>
            <ActionIcon aria-label={filesWords.export} loading={busy !== undefined}>
              <IconDownload size={16} />
            </ActionIcon>
          </Tooltip>
        ) : (
          <Button variant="subtle" color="gray" leftSection={<IconDownload size={16} />} disabled={busy !== undefined}>
            {words}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>{opened && <ExportItems {...log} />}</Menu.Dropdown>
    </Menu>
  );
}
