import { useMemo } from "react";
import { type Note, withoutTemplates } from "../../schema/note";
import type { DraftProps } from "./props";
import type { Reading } from "./reading";
import { notesOnTemplates } from "./template_notes";
import type { Schemas } from "./useSchemas";

/** What the standard says of the draft; where templates are filled, also which of them are not understood. */
export function useNotes(draft: DraftProps, schemas: Schemas, reading: Reading): readonly Note[] {
  const { action, kind, templates = false } = draft;
  return useMemo(() => {
    if (schemas.kind !== "here" || reading.kind === "wrong") return [];
    const notes = schemas.schemas.notes(action, kind, reading.value);
    return templates ? [...withoutTemplates(notes, reading.value), ...notesOnTemplates(reading.value)] : notes;
  }, [schemas, reading, action, kind, templates]);
}
