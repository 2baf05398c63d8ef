import { useEffect, useState } from "react";
import { parseJson } from "../../../engine/json";
import type { FrameRow } from "../../../live/contract";
import { prettyJson } from "../../../parts/json_tokens";
import type { Kind } from "../../../schema/carried";
import { loadVersion } from "../../../schema/load";
import type { Note } from "../../../schema/note";
import { nearestVersion } from "../../../schema/version";
import { payloadText } from "./detail_text";

/** What the standard says of a frame, and where that stands in its payload as it is laid out. */
export interface FrameNotes {
  notes: readonly Note[];
  marks: readonly { from: number; to: number }[];
}

const none: FrameNotes = { notes: [], marks: [] };
// As for its colours: nobody reads more.
const longest = 60_000;

/** Empty until the schemas are here, and for frames that have none. */
export function useFrameNotes(row: FrameRow | undefined, version: string): FrameNotes {
  const [found, setFound] = useState<{ row: FrameRow; notes: FrameNotes } | null>(null);
  useEffect(() => {
    if (row === undefined) return;
    let wanted = true;
    notesOf(row, version).then(
      (notes) => {
        if (wanted) setFound({ row, notes });
      },
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [row, version]);
  return found !== null && found.row === row ? found.notes : none;
}

async function notesOf(row: FrameRow, version: string): Promise<FrameNotes> {
  const kind = kindOf(row);
  const text = payloadText(row);
  if (kind === null || row.action === null || text.length > longest) return none;
  const payload = parseJson(text);
  if (!payload.ok) return none;
  const [schemas, places] = await Promise.all([
    loadVersion(nearestVersion(version)),
    import("../../../parts/draft/edit"),
  ]);
  const notes = schemas.notes(row.action, kind, payload.value);
  const tree = places.treeOf(prettyJson(text));
  return { notes, marks: notes.map(({ path }) => places.markedRange(tree, path)) };
}

function kindOf({ type }: FrameRow): Kind | null {
  if (type === "call" || type === "send") return "call";
  return type === "result" ? "result" : null;
}
