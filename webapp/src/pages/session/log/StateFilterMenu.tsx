import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { type Filter, stateFilters, stateNames, toggled } from "./filter";

interface Props {
  filter: Filter;
  setFilter: (filter: Filter) => void;
}

export function StateFilterMenu(props: Props) {
  return (
    <Menu closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} />}>
          State
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <StateItems {...props} />
      </Menu.Dropdown>
    </Menu>
  );
}

export function StateItems({ filter, setFilter }: Props) {
  return stateFilters.map((state) => (
    <Menu.Item
      key={state}
      role="menuitemcheckbox"
      aria-checked={filter.states.includes(state)}
      rightSection={filter.states.includes(state) ? <IconCheck size={14} /> : null}
      onClick={() => setFilter({ ...filter, states: toggled(filter.states, state) })}
    >
      {stateNames[state]}
    </Menu.Item>
  ));
}
