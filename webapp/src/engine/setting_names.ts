import { at, isObject, type Json, type JsonObject, wordOf } from "./json";
import type { Setting } from "./view";

export type Named = Pick<Setting, "id" | "component" | "name">;

/** How a request of 1.6 names a key. */
export function keyTarget(key: string): JsonObject {
  return { key };
}

/** How a request of 2.x names a variable's attribute; null when the entry names none. `Actual` is what is meant unsaid. */
export function variableTarget(entry: Json, attributeType: Json | undefined): JsonObject | null {
  const component = at(entry, "component");
  const variable = at(entry, "variable");
  if (!isObject(component) || !isObject(variable)) return null;
  const type = wordOf(attributeType) ?? "Actual";
  return { component, variable, ...(type === "Actual" ? {} : { attributeType: type }) };
}

/** What people and tables call it. */
export function namesOf(target: JsonObject): Named {
  const key = wordOf(at(target, "key"));
  if (key !== undefined) return { id: key, component: null, name: key };
  const evse = wordOf(at(target, "component", "evse", "id"));
  const outlet = wordOf(at(target, "component", "evse", "connectorId"));
  const where = evse === undefined ? null : `EVSE ${evse}${outlet === undefined ? "" : `.${outlet}`}`;
  const component = [worded(target, "component"), where].filter((part) => part !== null).join(", ");
  const type = wordOf(at(target, "attributeType"));
  const name = `${worded(target, "variable")}${type === undefined ? "" : ` (${type})`}`;
  return { id: `${component}\u0000${name}`, component, name };
}

function worded(target: JsonObject, part: string): string {
  const instance = wordOf(at(target, part, "instance"));
  return `${wordOf(at(target, part, "name")) ?? "–"}${instance === undefined ? "" : `[${instance}]`}`;
}
