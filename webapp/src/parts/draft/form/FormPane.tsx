import Form from "@rjsf/core/lib/components/Form.js";
import { useEffect, useId, useRef, useState } from "react";
import type { JsonObject } from "../../../engine/json";
import type { Schema } from "../../../schema/json_schema";
import { blank } from "../../../schema/minimal";
import type { Note } from "../../../schema/note";
import { pathWords } from "../../../schema/path_words";
import { without, withSpelling, withValue } from "../edit";
import { momentsFrom } from "../moments";
import type { DraftProps } from "../props";
import css from "./Form.module.css";
import { DraftFormContext, type FormContext } from "./form_context";
import { fixed } from "./registry";

interface Props extends Omit<DraftProps, "action" | "kind" | "onSubmit" | "name"> {
  schema: Schema;
  value: JsonObject;
  notes: readonly Note[];
}

/** The draft as fields. Every change goes into the text, so that all else stays as it is spelled. */
export function FormPane({ schema, value, notes, text, onChange, autoFocus, ...rest }: Props) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const { minimal = false, quiet = false, templates = false, version, suggestions, preview } = rest;
  const [moments] = useState(() => momentsFrom(Date.now(), templates));
  const context: FormContext = {
    ...{ version, suggestions, preview, minimal, quiet, moments, root: schema, text, value },
    blank: (part) => blank(part, schema, moments[0]),
    notesAt: (path) => notes.filter(({ where }) => where === pathWords(path)),
    put: (path, json) => onChange(withValue(text, path, json, schema)),
    spell: (path, spelled) => onChange(withSpelling(text, path, spelled, schema)),
    remove: (path) => onChange(without(text, path)),
  };
  useEffect(() => {
    if (autoFocus === true) firstField(place.current)?.focus();
  }, [autoFocus]);
  return (
    <DraftFormContext value={context}>
      <div ref={place} tabIndex={-1} className={css.form}>
        <Form {...fixed} idPrefix={id} schema={schema} formData={value}>
          <></>
        </Form>
      </div>
    </DraftFormContext>
  );
}

/** The first field to write in or to choose from; the form itself where it has none. */
function firstField(form: HTMLElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>("input:not([type=radio]), input:checked, button") ?? form;
}
