import { isObject, type Json } from "../../../engine/json";
import { resolved, type Schema } from "../../../schema/json_schema";

/** Columns that stand beside each other where there is room for a few short fields. */
const most = 4;

/**
 * The columns of a list whose items stand as rows: what is required, what some item sends, and the first optional keys.
 * Null where an item holds more than plain values. `more`: how many keys found no place.
 */
export function columnsOf(
  items: Schema,
  root: Schema,
  list: readonly Json[],
): { columns: string[]; more: number } | null {
  const item = resolved(items, root);
  if (item.type !== "object" || !list.every(isObject)) return null;
  const keys = Object.keys(item.properties ?? {}).filter((key) => key !== "customData");
  const sent = new Set(list.flatMap((one) => (isObject(one) ? Object.keys(one) : [])));
  const needed = keys.filter((key) => sent.has(key) || (item.required ?? []).includes(key));
  if (needed.length === 0 || needed.length > most) return null;
  const plain = (key: string): boolean => isPlain(item.properties?.[key] ?? {}, root);
  if (!needed.every(plain) || ![...sent].every((key) => keys.includes(key))) return null;
  if (!list.every((one) => isObject(one) && Object.values(one).every((value) => typeof value !== "object")))
    return null;
  const extra = keys.filter((key) => !needed.includes(key) && plain(key)).slice(0, Math.max(0, 3 - needed.length));
  const columns = keys.filter((key) => needed.includes(key) || extra.includes(key));
  return { columns, more: keys.length - columns.length };
}

function isPlain(schema: Schema, root: Schema): boolean {
  const { type } = resolved(schema, root);
  return type !== "object" && type !== "array" && type !== undefined;
}
