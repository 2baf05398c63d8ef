import { createContext, use } from "react";
import type { Json, JsonObject } from "../../../engine/json";
import type { Path, Schema } from "../../../schema/json_schema";
import type { Note } from "../../../schema/note";
import type { DraftProps } from "../props";

/** What every field of a form needs of the draft that it belongs to. */
export interface FormContext extends Pick<DraftProps, "version"> {
  suggestions: DraftProps["suggestions"] | undefined;
  preview: DraftProps["preview"] | undefined;
  minimal: boolean;
  quiet: boolean;
  /** Times worth offering. */
  moments: readonly string[];
  /** The plainest value that fits. */
  blank: (schema: Schema) => Json;
  root: Schema;
  text: string;
  value: JsonObject;
  notesAt: (path: Path) => readonly Note[];
  put: (path: Path, value: Json) => void;
  /** A value with its own spelling. */
  spell: (path: Path, spelled: string) => void;
  remove: (path: Path) => void;
}

export const DraftFormContext = createContext<FormContext | null>(null);

/** The columns of a list whose items stand as rows: a field then shows its control alone. */
export const ColumnsContext = createContext<readonly string[] | null>(null);

export function useFormContext(): FormContext {
  const context = use(DraftFormContext);
  if (context === null) throw new Error("A field stands outside of its form");
  return context;
}
