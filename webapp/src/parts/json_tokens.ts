/** A JSON text in coloured pieces. Takes any text: what is no JSON comes back as it stands. */

export type Ink = "key" | "string" | "number" | "word" | "mark";

export interface Piece {
  ink: Ink;
  text: string;
}

const pieces = /("(?:[^"\\]|\\.)*"?)(\s*:)?|(-?\d[\w.+-]*)|(true|false|null)|([^"\d\w-]+|.)/gs;

export function jsonPieces(text: string): Piece[] {
  const found: Piece[] = [];
  for (const [whole, quoted, colon, digits, constant] of text.matchAll(pieces)) {
    if (quoted !== undefined) {
      found.push({ ink: colon === undefined ? "string" : "key", text: quoted });
      if (colon !== undefined) found.push({ ink: "mark", text: colon });
    } else if (digits !== undefined) found.push({ ink: "number", text: whole });
    else found.push({ ink: constant === undefined ? "mark" : "word", text: whole });
  }
  return found;
}

const width = 96;
// Longer texts are shown as they came: laying them out helps nobody, and takes long.
const longest = 200_000;
const deepest = 100;

/**
 * Pretty text that keeps short things on one line, as people write JSON by hand. It is made from the text
 * and not from the parsed value, so that 1.0 stays 1.0 and a repeated key stays visible.
 */
export function prettyJson(text: string): string {
  if (text.length > longest) return text;
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs);
  if (tokens === null || depthOf(tokens) > deepest) return text;
  return laid(node(tokens[0], tokens.slice(1).values()), 0);
}

/** The elements of an array's text, each as it is spelled; null when the text is no array. */
export function elementsOf(text: string): string[] | null {
  const inside = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
  if (inside === undefined) return null;
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of inside.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/gs)) {
    if (mark === "{" || mark === "[") depth += 1;
    else if (mark === "}" || mark === "]") depth -= 1;
    else if (mark === "," && depth === 0) {
      found.push(inside.slice(from, index).trim());
      from = index + 1;
    }
  }
  return [...found, inside.slice(from).trim()];
}

type Node = string | { open: string; close: string; items: { key: string | null; node: Node }[] };

function depthOf(tokens: readonly string[]): number {
  let depth = 0;
  let most = 0;
  for (const token of tokens) {
    if (token === "{" || token === "[") most = Math.max(most, ++depth);
    else if (token === "}" || token === "]") depth -= 1;
  }
  return most;
}

function node(token = "", tokens: Iterator<string>): Node {
  if (token !== "{" && token !== "[") return token;
  const close = token === "{" ? "}" : "]";
  const items: { key: string | null; node: Node }[] = [];
  for (;;) {
    const next = tokens.next();
    if (next.done === true || next.value === close) return { open: token, close, items };
    if (next.value === ",") continue;
    if (token === "[") {
      items.push({ key: null, node: node(next.value, tokens) });
      continue;
    }
    tokens.next();
    const value = tokens.next();
    items.push({ key: next.value, node: value.done === true ? "" : node(value.value, tokens) });
  }
}

function laid(it: Node, indent: number): string {
  const flat = oneLine(it);
  if (typeof it === "string" || it.items.length === 0) return flat;
  if (indent > 0 && isSmall(it) && indent + flat.length <= width) return flat;
  const only = it.open === "[" && it.items.length === 1 ? it.items[0]?.node : undefined;
  if (only !== undefined && typeof only !== "string") return `[${laid(only, indent)}]`;
  const pad = " ".repeat(indent + 2);
  const lines = it.items.map(
    ({ key, node: inner }) => `${pad}${key === null ? "" : `${key}: `}${laid(inner, indent + 2)}`,
  );
  return `${it.open}\n${lines.join(",\n")}\n${" ".repeat(indent)}${it.close}`;
}

/** Only leaves inside: nothing to fold open. */
function isSmall(it: Exclude<Node, string>): boolean {
  return it.items.every(({ node: inner }) => typeof inner === "string");
}

function oneLine(it: Node): string {
  if (typeof it === "string") return it;
  if (it.items.length === 0) return it.open + it.close;
  const inside = it.items
    .map(({ key, node: inner }) => `${key === null ? "" : `${key}: `}${oneLine(inner)}`)
    .join(", ");
  return it.open === "{" ? `{ ${inside} }` : `[${inside}]`;
}
