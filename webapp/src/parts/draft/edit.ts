import { applyEdits, findNodeAtLocation, type ModificationOptions, modify, type Node, parseTree } from "jsonc-parser";
import type { Json } from "../../engine/json";
import { type Path, type Schema, schemaAt } from "../../schema/json_schema";

/** A stretch of the text, end excluded. */
export interface Range {
  from: number;
  to: number;
}

const formattingOptions = { insertSpaces: true, tabSize: 2, eol: "\n" };

/** Where a value stands in the text. */
export function rangeAt(text: string, path: Path): Range | undefined {
  const node = nodeAt(treeOf(text), path);
  return node && { from: node.offset, to: node.offset + node.length };
}

/** The place a note is about: the key of what should not be there, or the nearest thing around what is missing. */
export function markedRange(root: Node | undefined, path: Path): Range {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = nodeAt(root, path.slice(0, length));
    if (node === undefined) continue;
    if (length === path.length) return { from: node.offset, to: node.offset + node.length };
    const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
    return key === undefined
      ? { from: node.offset, to: node.offset + 1 }
      : { from: key.offset, to: key.offset + key.length };
  }
  return { from: 0, to: 0 };
}

/** A value as it is spelled, such as 16.0. */
export function spelling(text: string, path: Path): string | undefined {
  const range = rangeAt(text, path);
  return range && text.slice(range.from, range.to);
}

/** The text with a value put in; everything else stays as it is spelled. New keys stand where the standard has them. */
export function withValue(text: string, path: Path, value: Json, schema?: Schema): string {
  const options: ModificationOptions = { formattingOptions };
  if (schema !== undefined) options.getInsertionIndex = (keys) => placeOf(keys, path, schema);
  return applyEdits(text, modify(text, [...path], value, options));
}

/** The same with a value's own spelling, so that 16.0 stays 16.0. */
export function withSpelling(text: string, path: Path, spelled: string, schema?: Schema): string {
  const there = rangeAt(text, path) === undefined ? withValue(text, path, null, schema) : text;
  const range = rangeAt(there, path);
  return range === undefined ? there : there.slice(0, range.from) + spelled + there.slice(range.to);
}

export function without(text: string, path: Path): string {
  return applyEdits(text, modify(text, [...path], undefined, { formattingOptions }));
}

/** The text as a tree; of a text that is nested deeper than the stack allows there is none. */
export function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    return undefined;
  }
}

function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  return root && findNodeAtLocation(root, [...path]);
}

/** Before the first key that the standard has after it. */
function placeOf(keys: readonly string[], path: Path, root: Schema): number {
  const order = Object.keys(schemaAt(root, path.slice(0, -1))?.properties ?? {});
  const own = order.indexOf(String(path.at(-1)));
  const next = keys.findIndex((key) => order.indexOf(key) > own);
  return next === -1 ? keys.length : next;
}
