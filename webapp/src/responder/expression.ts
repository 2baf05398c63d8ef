import { RE2JS } from "re2js";

export type Expression = { ok: true; finds: (text: string) => boolean } | { ok: false; words: string };

/**
 * Reads an expression in RE2's syntax. RE2 knows no back references and no looking around, and in return no expression,
 * also none from somebody's link, can keep the page busy: the time grows with the length of the text alone.
 */
export function readExpression(source: string): Expression {
  if (source.length > longest) return { ok: false, words: `An expression has at most ${longest} characters.` };
  try {
    const compiled = RE2JS.compile(source);
    return { ok: true, finds: (text) => compiled.matcher(text).find() };
  } catch (reason) {
    return { ok: false, words: `This expression cannot be read: ${reason instanceof Error ? reason.message : source}` };
  }
}

const longest = 500;
