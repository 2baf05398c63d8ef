import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconFilter } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { logWords } from "../../../words/log";
import { ActionItems, ConnectorItems, type FilterOf, FromItems, StateItems } from "./FilterItems";

/** One filter's menu; what is in it is looked up when it opens. */
export function Items({ name, children }: { name: string; children: () => ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <Menu opened={opened} onChange={setOpened} closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: "auto" }}>
        {opened && children()}
      </Menu.Dropdown>
    </Menu>
  );
}

/** All filters in one menu, where there is little room. */
export function FilterMenu(props: FilterOf) {
  const [opened, setOpened] = useState(false);
  return (
    <Menu opened={opened} onChange={setOpened} closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFilter size={15} aria-hidden="true" />}>
          {logWords.filter}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflow: "auto" }}>
        {opened && (
          <>
            <Menu.Label>{logWords.from}</Menu.Label>
            <FromItems {...props} />
            <Menu.Label>{logWords.state}</Menu.Label>
            <StateItems {...props} />
            <Menu.Label>{logWords.connector}</Menu.Label>
            <ConnectorItems {...props} />
            <Menu.Label>{logWords.action}</Menu.Label>
            <ActionItems {...props} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
