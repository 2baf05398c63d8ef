import type { Plugin } from "vite";
import { type Version, versions } from "../../src/schema/version.ts";
import { carry } from "./carry.ts";
import { compile } from "./compile.ts";
import { readSource } from "./source.ts";

const prefix = "virtual:schemas/";

/** Serves `virtual:schemas/ocpp1.6` and its sisters: the files of a version and their validators, made on demand. */
export function schemas(): Plugin {
  return {
    name: "schemas",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load: (id) => {
      const version = versions.find((name) => id === `\0${prefix}${name}`);
      return version === undefined ? null : moduleOf(version);
    },
  };
}

function moduleOf(version: Version): string {
  const files = readSource(version);
  // As a text that is parsed: quicker to read for the browser than an object's source.
  const carried = JSON.stringify(JSON.stringify(carry(files)));
  return `${compile(version, files)}\nexport const carried = JSON.parse(${carried});`;
}
