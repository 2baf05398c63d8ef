import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { _ } from "ajv/dist/compile/codegen/index.js";
import { formats } from "../../src/schema/formats.ts";
import { overlaid } from "../../src/schema/overlay.ts";
import type { Version } from "../../src/schema/version.ts";
import { Bare } from "./bare.ts";
import type { SourceFile } from "./source.ts";

/** JavaScript that exports `validators`: by action and kind, functions that need no Ajv and no `eval`. */
export function compile(version: Version, files: readonly SourceFile[]): string {
  const bare = new Bare();
  const messages = files.map(({ action, kind, schema }) => bare.message(overlaid(schema, version, action, kind)));
  const ajv = empty();
  bare.definitions.forEach((schema, place) => ajv.addSchema({ ...schema, $id: `d${place}` }));
  messages.forEach((schema, place) => ajv.addSchema({ ...schema, $id: `m${place}` }));
  const names = messages.map((_schema, place) => `m${place}`);
  const code = standalone(ajv, Object.fromEntries(names.map((name) => [name, name])));
  return `${withImports(code)}\n${table(files)}`;
}

function empty(): Ajv {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    messages: false,
    inlineRefs: false,
    // 16.1 is a multiple of 0.1, whatever binary fractions say.
    multipleOfPrecision: 6,
    logger: false,
    code: { source: true, esm: true, formats: _`formats` },
  });
  for (const [name, holds] of Object.entries(formats)) ajv.addFormat(name, holds);
  return ajv;
}

/** What the functions ask for at run time: the length of a text in characters, and our formats. */
function withImports(code: string): string {
  const own = code.replace(
    /const (\w+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;/,
    "const $1 = characters;",
  );
  return `import { characters, formats } from "/src/schema/formats.ts";\n${own}`;
}

function table(files: readonly SourceFile[]): string {
  const actions = [...new Set(files.map(({ action }) => action))];
  const entries = actions.map((name) => {
    const kinds = files.flatMap(({ action, kind }, place) => (action === name ? [`${kind}: m${place}`] : []));
    return `${name}: { ${kinds.join(", ")} }`;
  });
  return `export const validators = { ${entries.join(", ")} };`;
}
