import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Kind } from "../../src/schema/carried.ts";
import type { Schema } from "../../src/schema/json_schema.ts";
import type { Version } from "../../src/schema/version.ts";

/** One file of the standard. */
export interface SourceFile {
  action: string;
  kind: Kind;
  schema: Schema;
}

type Named = Schema & { $schema: string; $id: string };

const files: Record<Version, string> = {
  "ocpp1.6": "ocpp-rpc/lib/schemas/ocpp1_6.json",
  "ocpp2.0.1": "ocpp-rpc/lib/schemas/ocpp2_0_1.json",
  "ocpp2.1": "ocpp-rpc/lib/schemas/ocpp2_1.json",
};

const require = createRequire(import.meta.url);

/** The package is read and not run. */
export function readSource(version: Version): SourceFile[] {
  const schemas = JSON.parse(readFileSync(require.resolve(files[version]), "utf-8")) as Named[];
  return schemas.map((schema) => ({
    ...nameOf(schema.$id),
    schema: version === "ocpp2.1" ? asPublished(schema) : schema,
  }));
}

/** The package writes two keys of the 2.1 files in its own way; their licence asks for the files as they were. */
function asPublished(schema: Named): Named {
  const name = schema.$id.slice("urn:".length);
  return { ...schema, $schema: "http://json-schema.org/draft-06/schema#", $id: `urn:OCPP:Cp:2:2025:1:${name}` };
}

/** `urn:Reset.conf` and `urn:ResetResponse` are both the answer to Reset. */
function nameOf(id: string): { action: string; kind: Kind } {
  const [, action = "", ending = ""] = /^urn:(\w+?)(\.req|\.conf|Request|Response)?$/.exec(id) ?? [];
  return { action, kind: ending === ".conf" || ending === "Response" ? "result" : "call" };
}
