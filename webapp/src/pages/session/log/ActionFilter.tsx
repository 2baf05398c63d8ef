import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import type { Log } from "../../../live/page_store";
import { type Filter, toggled } from "./filter";

interface Props {
  log: Log;
  filter: Filter;
  setFilter: (filter: Filter) => void;
}

/** Narrows the log to some actions, of those it holds. */
export function ActionFilter(props: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Menu opened={opened} onChange={setOpened} closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} />}>
          Action
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: "auto" }}>
        {opened && <ActionItems {...props} />}
      </Menu.Dropdown>
    </Menu>
  );
}

export function ActionItems({ log, filter, setFilter }: Props) {
  const actions = actionsOf(log);
  if (actions.length === 0) return <Menu.Label>No frame yet</Menu.Label>;
  return actions.map((action) => (
    <Menu.Item
      key={action}
      role="menuitemcheckbox"
      aria-checked={filter.actions.includes(action)}
      rightSection={filter.actions.includes(action) ? <IconCheck size={14} /> : null}
      onClick={() => setFilter({ ...filter, actions: toggled(filter.actions, action) })}
    >
      {action}
    </Menu.Item>
  ));
}

function actionsOf(log: Log): string[] {
  const found = new Set<string>();
  for (let id = log.first; id < log.end; id += 1) {
    const row = log.at(id);
    if (row?.kind === "frame" && row.action !== null) found.add(row.action);
  }
  return [...found].sort();
}
