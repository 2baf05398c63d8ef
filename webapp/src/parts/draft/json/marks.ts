import type { Diagnostic } from "@codemirror/lint";
import type { Note } from "../../../schema/note";
import { markedRange, treeOf } from "../edit";
import type { Reading } from "../reading";

/** The same notes as in the foot, where they are in the text; of wrong JSON its one fault. */
export function marksOf(text: string, reading: Reading, notes: readonly Note[]): Diagnostic[] {
  if (reading.kind === "wrong") return [{ ...around(text, reading.from), severity: "error", message: reading.words }];
  const tree = treeOf(text);
  return notes.map(({ path, sentence }) => ({ ...markedRange(tree, path), severity: "warning", message: sentence }));
}

/** Something to see at a fault: what stands before it, where the text ends there. */
function around(text: string, at: number): { from: number; to: number } {
  const from = at < text.length ? at : text.trimEnd().length - 1;
  return { from: Math.max(0, Math.min(from, text.length)), to: Math.min(Math.max(from, 0) + 1, text.length) };
}
