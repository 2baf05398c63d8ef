import { nearestVersion, type Version, versions } from "../../../../schema/version";
import { commandSentences } from "../../../../words/command_sentences";
import { groupsOf } from "./groups";

/** A call that a central system may make, as the palette and the pickers show it. */
export interface Action {
  name: string;
  group: string;
  /** "restarts the charger" */
  sentence: string;
}

const byVersion = new Map(versions.map((version) => [version, listed(version)]));

/** The commands of a version, by name. */
export function actionsOf(version: Version): readonly Action[] {
  return byVersion.get(version) ?? [];
}

/** Commands that only other versions have, with the newest version that has them. */
export function otherActions(version: Version): readonly { action: Action; version: Version }[] {
  const own = new Set(actionsOf(version).map(({ name }) => name));
  const found = new Map<string, { action: Action; version: Version }>();
  for (const other of versions)
    for (const action of actionsOf(other))
      if (!own.has(action.name)) found.set(action.name, { action, version: other });
  return [...found.values()].sort((one, another) => one.action.name.localeCompare(another.action.name, "en"));
}

/** The version whose schema says what this command is: the charger's own, else one that knows the action. */
export function commandVersion(action: string, subprotocol = "ocpp1.6"): Version {
  const own = nearestVersion(subprotocol);
  if (actionsOf(own).some(({ name }) => name === action)) return own;
  return otherActions(own).find((other) => other.action.name === action)?.version ?? own;
}

export function sentenceOf(action: string): string {
  return Object.hasOwn(commandSentences, action) ? (commandSentences[action] ?? "") : "";
}

function listed(version: Version): Action[] {
  return groupsOf(version)
    .flatMap(({ name: group, actions }) => actions.map((name) => ({ name, group, sentence: sentenceOf(name) })))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}
