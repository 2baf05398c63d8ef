import { lazy } from "react";
import { never } from "../../engine/never";
import type { Note } from "../../schema/note";
import { spoken } from "../../schema/version";
import css from "./Draft.module.css";
import type { DraftProps } from "./props";
import type { Reading } from "./reading";
import type { Schemas } from "./useSchemas";
import { draftWords } from "../../words/draft";

const FormPane = lazy(async () => ({ default: (await import("./form/FormPane")).FormPane }));

interface Props {
  draft: DraftProps;
  reading: Reading;
  notes: readonly Note[];
  schemas: Schemas;
}

// What is longer is written as text: thousands of fields help nobody.
const longest = 100_000;

/** The form, or in a sentence why there is none. */
export function FormOrWords({ draft, reading, notes, schemas }: Props) {
  if (schemas.kind !== "here") return <p className={css.instead}>{draftWords.instead.notYet}</p>;
  const { action, kind, version, text } = draft;
  const schema = schemas.schemas.schema(action, kind);
  if (schema === undefined) return <p className={css.instead}>{draftWords.instead.unknown(spoken(version), action)}</p>;
  if (text.length > longest) return <p className={css.instead}>{draftWords.instead.tooLong}</p>;
  switch (reading.kind) {
    case "wrong":
      return <p className={css.instead}>{draftWords.instead.wrong}</p>;
    case "other":
      return <p className={css.instead}>{draftWords.instead.noObject}</p>;
    case "object":
      return <FormPane {...draft} schema={schema} value={reading.value} notes={notes} />;
    default:
      return never(reading);
  }
}
