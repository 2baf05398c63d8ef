import type { Version } from "../../../../schema/version";
import { actionsOf } from "../catalogue/actions";
import { type Group, groupsOf } from "../catalogue/groups";
import { matching } from "../matching";

/** The groups with what fits the letters; the groups keep their order. */
export function shownGroups(version: Version, typed: string): Group[] {
  const fitting = new Set(matching(actionsOf(version), typed).map(({ name }) => name));
  return groupsOf(version)
    .map(({ name, actions }) => ({ name, actions: actions.filter((action) => fitting.has(action)) }))
    .filter(({ actions }) => actions.length > 0);
}
