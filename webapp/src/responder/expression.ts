import { RE2JS } from "re2js";

export type Expression = { ok: true; finds: (text: string) => boolean } | { ok: false; words: string };

const longest = 500;

/**
 * Reads an expression in RE2's syntax. RE2 knows no back references and no looking around, and in return no expression,
 * also none from somebody's link, can keep the page busy: the time grows with the length of the text alone.
 */
export function readExpression(source: string): Expression {
  if (source.length > longest) return { ok: false, words: `An expression has at most ${longest} characters.` };
  try {
    const compiled = RE2JS.compile(source);
    return { ok: true, finds: literal(source) ?? remembering((text) => compiled.matcher(text).find()) };
  } catch (reason) {
    return { ok: false, words: `This expression cannot be read: ${reason instanceof Error ? reason.message : source}` };
  }
}

/** Plain text, at the beginning, at the end or anywhere, needs no engine. */
function literal(source: string): ((text: string) => boolean) | undefined {
  const [, begin = "", plain, end = ""] = /^(\^?)([^\\^$.|?*+()[\]{}]*)(\$?)$/.exec(source) ?? [];
  if (plain === undefined) return undefined;
  if (begin !== "" && end !== "") return (text) => text === plain;
  if (begin !== "") return (text) => text.startsWith(plain);
  return end === "" ? (text) => text.includes(plain) : (text) => text.endsWith(plain);
}

const mostRemembered = 200;
const longestRemembered = 100;

/** Charge points say the same units, tags and states again and again. */
function remembering(finds: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    if (text.length > longestRemembered) return finds(text);
    let found = known.get(text);
    if (found === undefined) {
      if (known.size >= mostRemembered) known.clear();
      known.set(text, (found = finds(text)));
    }
    return found;
  };
}
