import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { getLocation, type Node } from "jsonc-parser";
import { type Path, type Schema, schemaAt } from "../../../schema/json_schema";
import { type Offer, valueOf } from "../props";
import { blank } from "../../../schema/minimal";

/** What the standard and the log offer. */
export interface Offers {
  schema: Schema | undefined;
  suggestions: ((path: Path) => readonly Offer[]) | undefined;
  moments: readonly [string, ...string[]];
}

/** Keys that are not there yet, and values that the standard names. */
export function completions(context: CompletionContext, offers: Offers): CompletionResult | null {
  const text = context.state.doc.toString();
  const { path, isAtPropertyKey, previousNode } = getLocation(text, context.pos);
  const token = tokenAt(previousNode, context);
  if (token === undefined && !context.explicit) return null;
  const span = token ?? { from: context.pos, to: context.pos };
  const options = isAtPropertyKey ? keys(offers, path, text, token !== undefined) : values(offers, path);
  return options.length === 0 ? null : { ...span, options, filter: true };
}

/** The text or word that the cursor stands in. */
function tokenAt(node: Node | undefined, { pos, state }: CompletionContext): { from: number; to: number } | undefined {
  if (node?.type === "string" || node?.type === "property") {
    const to = node.offset + node.length;
    if (node.offset < pos && pos <= to) return { from: node.offset, to };
  }
  const word = /[\w"{.]+$/.exec(state.doc.lineAt(pos).text.slice(0, pos - state.doc.lineAt(pos).from));
  return word === null ? undefined : { from: pos - word[0].length, to: pos };
}

function keys({ schema: root, moments }: Offers, path: Path, text: string, inToken: boolean): Completion[] {
  const holder = root && schemaAt(root, path.slice(0, -1));
  if (root === undefined || holder === undefined) return [];
  const colon = inToken && /^"[^"]*"?\s*:/.test(text.slice(text.lastIndexOf('"')));
  return Object.entries(holder.properties ?? {}).map(([key, schema]) => {
    const required = holder.required?.includes(key) ?? false;
    const name = JSON.stringify(key);
    return {
      label: name,
      apply: colon ? name : `${name}: ${JSON.stringify(blank(schema, root, moments[0]))}`,
      type: "property",
      detail: required ? "required" : "optional",
      boost: required ? 1 : 0,
    };
  });
}

function values({ schema: root, suggestions, moments }: Offers, path: Path): Completion[] {
  const here = root && schemaAt(root, path);
  const named = (here?.enum ?? []).map((word) => ({ label: JSON.stringify(word), type: "enum" }));
  const known = (suggestions?.(path) ?? []).map((offer) => ({
    label: here?.type === "string" ? JSON.stringify(valueOf(offer)) : valueOf(offer),
    type: "text",
    detail: typeof offer === "string" ? "seen" : offer.words,
  }));
  return [...known, ...named, ...plain(here, moments).map((label) => ({ label, type: "keyword" }))];
}

function plain(here: Schema | undefined, moments: readonly string[]): string[] {
  if (here?.type === "boolean") return ["true", "false"];
  if (here?.format === "date-time") return moments.map((moment) => JSON.stringify(moment));
  return [];
}
