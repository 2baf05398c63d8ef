import { loadVersion } from "../../../schema/load";
import type { Version } from "../../../schema/version";
import { starter } from "./catalogue/starter";
import { beginCommand } from "./desk";

/** Begins a draft for an action with what the standard requires; of an action that it does not know, an empty one. */
export async function startCommand(identity: string, version: Version, action: string): Promise<void> {
  beginCommand(identity, { kind: "call", action, text: await starterText(version, action) });
}

export async function starterText(version: Version, action: string): Promise<string> {
  // Without the schemas there is still the JSON.
  const schemas = await loadVersion(version).catch(() => null);
  const schema = schemas?.schema(action, "call");
  return JSON.stringify(schema === undefined ? {} : starter(schema, action, Date.now()), null, 2);
}
