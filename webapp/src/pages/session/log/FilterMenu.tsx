import { Button, Menu } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useState } from "react";
import type { Log } from "../../../live/page_store";
import { ActionItems } from "./ActionFilter";
import type { Filter } from "./filter";
import { StateItems } from "./StateFilterMenu";

interface Props {
  log: Log;
  filter: Filter;
  setFilter: (filter: Filter) => void;
}

/** All filters in one menu, where there is little room. */
export function FilterMenu({ log, filter, setFilter }: Props) {
  const [opened, setOpened] = useState(false);
  const from = (side: "cp" | "cs") => setFilter({ ...filter, from: filter.from === side ? null : side });
  return (
    <Menu opened={opened} onChange={setOpened} closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFilter size={15} />}>
          Filter
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflow: "auto" }}>
        <Menu.Label>From</Menu.Label>
        <Menu.Item role="menuitemcheckbox" aria-checked={filter.from === "cp"} onClick={() => from("cp")}>
          CP →
        </Menu.Item>
        <Menu.Item role="menuitemcheckbox" aria-checked={filter.from === "cs"} onClick={() => from("cs")}>
          ← CS
        </Menu.Item>
        <Menu.Label>State</Menu.Label>
        <StateItems filter={filter} setFilter={setFilter} />
        <Menu.Label>Action</Menu.Label>
        {opened && <ActionItems log={log} filter={filter} setFilter={setFilter} />}
      </Menu.Dropdown>
    </Menu>
  );
}
