import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Log } from "../../../live/page_store";
import { logWords } from "../../../words/log";
import { useStored } from "../../live";
import { type Filter, stateFilters, toggled } from "./filter";

export interface FilterOf {
  identity: string;
  filter: Filter;
  setFilter: (filter: Filter) => void;
}

/** The actions that the log holds. */
export function ActionItems({ identity, filter, setFilter }: FilterOf) {
  const log = useStored((store) => store.log(identity));
  const actions = [...new Set([...filter.actions, ...actionsOf(log)])].sort();
  if (actions.length === 0) return <Menu.Label>{logWords.noAction}</Menu.Label>;
  return actions.map((action) => (
    <Item
      key={action}
      on={filter.actions.includes(action)}
      act={() => setFilter({ ...filter, actions: toggled(filter.actions, action) })}
    >
      {action}
    </Item>
  ));
}

export function StateItems({ filter, setFilter }: FilterOf) {
  return stateFilters.map((state) => (
    <Item
      key={state}
      on={filter.states.includes(state)}
      act={() => setFilter({ ...filter, states: toggled(filter.states, state) })}
    >
      {logWords.states[state]}
    </Item>
  ));
}

/** The connectors or EVSEs that the log knows. */
export function ConnectorItems({ identity, filter, setFilter }: FilterOf) {
  const connectors = useStored((store) => store.charger(identity))?.connectors ?? [];
  if (connectors.length === 0) return <Menu.Label>{logWords.noConnector}</Menu.Label>;
  return connectors.map(({ id, label }) => (
    <Item
      key={id}
      on={filter.connector === id}
      act={() => setFilter({ ...filter, connector: filter.connector === id ? null : id })}
    >
      {label}
    </Item>
  ));
}

export function FromItems({ filter, setFilter }: FilterOf) {
  return (["cp", "cs"] as const).map((side) => (
    <Item
      key={side}
      on={filter.from === side}
      act={() => setFilter({ ...filter, from: filter.from === side ? null : side })}
    >
      {logWords.sides[side]}
    </Item>
  ));
}

function Item({ on, act, children }: { on: boolean; act: () => void; children: ReactNode }) {
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={on}
      rightSection={on ? <IconCheck size={14} aria-hidden="true" /> : null}
      onClick={act}
    >
      {children}
    </Menu.Item>
  );
}

function actionsOf(log: Log): Set<string> {
  const found = new Set<string>();
  for (let id = log.first; id < log.end; id += 1) {
    const row = log.at(id);
    if (row?.kind === "frame" && row.action !== null) found.add(row.action);
  }
  return found;
}
