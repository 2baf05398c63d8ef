import type { Json } from "../../engine/json";
import { templateNotes } from "../../responder/template_notes";
import type { Path } from "../../schema/json_schema";
import type { Note } from "../../schema/note";
import { pathWords, shortWords } from "../../schema/path_words";

/** Templates that will stay as they are written, as notes. Without recursion: a payload may be nested deep. */
export function notesOnTemplates(payload: Json): Note[] {
  const found: Note[] = [];
  const waiting: { path: Path; value: Json }[] = [{ path: [], value: payload }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next;
    if (typeof value === "string") found.push(...notesOn(path, value));
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value))
        waiting.push({ path: [...path, Array.isArray(value) ? Number(key) : key], value: inner });
  }
  return found;
}

function notesOn(path: Path, text: string): Note[] {
  return templateNotes(text).map(({ words }) => ({
    path,
    where: pathWords(path),
    kind: "template" as const,
    sentence: `${shortWords(path)}: ${words}`,
  }));
}
