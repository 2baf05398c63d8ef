import { fileIdentity } from "../../../../live/files/file_identity";
import { filesWords } from "../../../../words/files";
import type { Charger, Json, Setting } from "../../../../live/contract";
import { settingWords } from "../../../../words/glance";
import { isSecond } from "../remote";

export interface Ask {
  action: string;
  payload: Json;
}

/** Everything the charger would tell of its configuration. */
export function readAll(version: string, requestId: number): Ask {
  if (!isSecond(version)) return { action: "GetConfiguration", payload: {} };
  return { action: "GetBaseReport", payload: { requestId, reportBase: "FullInventory" } };
}

/** Single keys as typed: "A, B"; of 2.x "Component.Variable". Null when there is none. */
export function readSome(version: string, typed: string): Ask | null {
  const names = typed.split(/[\s,;]+/).filter((name) => name !== "");
  if (names.length === 0) return null;
  if (!isSecond(version)) return { action: "GetConfiguration", payload: { key: names } };
  const getVariableData = names.map((name) => {
    const dot = name.indexOf(".");
    return { component: { name: name.slice(0, Math.max(dot, 0)) }, variable: { name: name.slice(dot + 1) } };
  });
  return { action: "GetVariables", payload: { getVariableData } };
}

export function setOne({ target }: Pick<Setting, "target">, value: string): Ask {
  if ("key" in target) return { action: "ChangeConfiguration", payload: { ...target, value } };
  return { action: "SetVariables", payload: { setVariableData: [{ ...target, attributeValue: value }] } };
}

/** Why nothing can be asked from here; null when it can. */
export function whyNot({ identity, holdBack, relay }: Pick<Charger, "identity" | "holdBack" | "relay">): string | null {
  if (identity === fileIdentity) return filesWords.notACharger;
  if (relay.kind !== "open") return settingWords.unreachable;
  if (holdBack?.kind === "watching") return settingWords.watching;
  return holdBack?.kind === "absent" ? settingWords.absent(identity) : null;
}

export type Underway = { kind: "queued" } | { kind: "refused"; words: string } | null;

/** A try of ours to set it that has not crossed the charger's socket. */
export function underway(commands: Charger["commands"], { target }: Pick<Setting, "target">): Underway {
  const part = JSON.stringify(target).slice(0, -1);
  const command = commands.find(
    ({ mine, action, text, state }) =>
      mine &&
      (action === "ChangeConfiguration" || action === "SetVariables") &&
      text.includes(part) &&
      (state.kind === "queued" || state.kind === "sending" || state.kind === "refused"),
  );
  if (command === undefined) return null;
  return command.state.kind === "refused" ? { kind: "refused", words: command.state.words } : { kind: "queued" };
}
