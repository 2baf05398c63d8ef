import { type Node, parseTree, type ParseError } from "jsonc-parser";
import { type FieldKind, fieldKind, isSecretName, valueKeys } from "./fields";

/** A text or number of a frame, or a key, where it stands. */
export interface Leaf {
  text: string;
  is: "key" | "text" | "number";
  /** The nearest key above it; null in the frame's own list. */
  key: string | null;
  kind: FieldKind;
  offset: number;
  length: number;
}

/** Every leaf of a JSON text, in its order; null when it is not JSON (or nested too deep to be walked). */
export function leavesOf(text: string): Leaf[] | null {
  const faults: ParseError[] = [];
  try {
    const tree = parseTree(text, faults, { disallowComments: true });
    if (tree === undefined || faults.length > 0) return null;
    const leaves: Leaf[] = [];
    walk(tree, { key: null, parent: null, named: false }, leaves);
    return leaves;
  } catch (reason) {
    if (reason instanceof RangeError) return null;
    throw reason;
  }
}

interface Place {
  key: string | null;
  parent: string | null;
  /** Inside of a setting whose name says that its value is a secret. */
  named: boolean;
}

function walk(node: Node, place: Place, leaves: Leaf[]): void {
  switch (node.type) {
    case "object": {
      const named = place.named || isSecretName(nameIn(node));
      for (const property of node.children ?? []) walkProperty(property, { ...place, named }, leaves);
      return;
    }
    case "array":
      for (const item of node.children ?? []) walk(item, place, leaves);
      return;
    case "string":
    case "number":
      leaves.push(leafOf(node, place));
      return;
    default:
  }
}

function walkProperty({ children }: Node, { key, named }: Place, leaves: Leaf[]): void {
  const [name, value] = children ?? [];
  if (name === undefined || value === undefined) return;
  const text = String(name.value);
  leaves.push({ text, is: "key", key, kind: null, offset: name.offset, length: name.length });
  walk(value, { key: text, parent: key, named }, leaves);
}

function leafOf(node: Node, { key, parent, named }: Place): Leaf {
  const { offset, length } = node;
  const text = String(node.value);
  const bySetting = named && key !== null && valueKeys.has(key) && !/^(true|false|\d{1,3})$/i.test(text);
  const kind = bySetting ? "secret" : key === null ? null : fieldKind(key, parent);
  return { text, is: node.type === "string" ? "text" : "number", key, kind, offset, length };
}

/** `{"key": "AuthorizationKey", "value": …}` in 1.6, `{"variable": {"name": …}, "attributeValue": …}` in 2.x. */
function nameIn(node: Node): string {
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? [];
    if (name?.value === "key" && typeof value?.value === "string") return value.value;
    if (name?.value === "variable" && value?.type === "object") {
      const inner = value.children?.find(({ children }) => children?.[0]?.value === "name");
      const word: unknown = inner?.children?.[1]?.value;
      if (typeof word === "string") return word;
    }
  }
  return "";
}
