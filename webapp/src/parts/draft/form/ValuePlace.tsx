import { SegmentedControl } from "@mantine/core";
import type { FieldProps } from "@rjsf/utils";
import { use } from "react";
import type { Json } from "../../../engine/json";
import { never } from "../../../engine/never";
import { type Path, resolved, type Schema } from "../../../schema/json_schema";
import { isTemplate, type Note } from "../../../schema/note";
import { hintOf } from "../../../schema/words";
import { spelling } from "../edit";
import { FieldFrame } from "./FieldFrame";
import css from "./Form.module.css";
import { ColumnsContext, useFormContext } from "./form_context";
import { unitFor } from "./unit";
import { TextControl } from "./TextControl";
import { choicesOf, isScalar, meantBy, shownAs } from "./typed";

/** A text, number or choice. What is none of them is shown as it stands. */
export function ValuePlace({ schema: given, formData, required = false, fieldPathId, name }: FieldProps<unknown>) {
  const form = useFormContext();
  const { path, $id } = fieldPathId;
  const schema = resolved(given as Schema, form.root);
  const value = formData as Json | undefined;
  const spelled = typeof value === "number" ? spelling(form.text, path) : undefined;
  const shown = shownAs(value, spelled);
  const choices = choicesOf(schema);
  const item = typeof path.at(-1) === "number";
  const cell = use(ColumnsContext) !== null && !item;
  const hint = item ? undefined : hintOf(form.version, name, schema);
  const type = (text: string) => {
    const meant = meantBy(text, schema, required || item);
    switch (meant.kind) {
      case "nothing":
        form.remove(path);
        return;
      case "spelled":
        form.spell(path, meant.json);
        return;
      case "text":
        form.put(path, meant.value);
        return;
      default:
        never(meant);
    }
  };
  const control = !isScalar(value) ? (
    <code className={css.odd}>{JSON.stringify(value)}</code>
  ) : choices !== undefined && (value === undefined || choices.includes(shown)) ? (
    <SegmentedControl
      fullWidth
      aria-label={cell || item ? cellName(path) : name}
      data={choices}
      value={shown}
      onChange={type}
    />
  ) : (
    <TextControl
      id={$id}
      label={cell || item ? cellName(path) : undefined}
      value={shown}
      sent={value !== undefined}
      mono={schema.type !== "string" || schema.format !== undefined}
      options={[
        ...(form.suggestions?.(path) ?? []),
        ...(schema.enum ?? []),
        ...(schema.format === "date-time" ? form.moments : []),
      ]}
      right={isTemplate(value) ? form.preview?.(value) : unitFor(path, hint, form.value)}
      onType={type}
    />
  );
  if (item) return control;
  if (cell)
    return (
      <div className={css.cell}>
        {control}
        <CellNotes notes={form.notesAt(path)} />
      </div>
    );
  return (
    <FieldFrame
      id={$id}
      label={name}
      required={required}
      sent={value !== undefined}
      hint={hint}
      quiet={form.quiet}
      notes={form.notesAt(path)}
      wide={choices !== undefined && choices.join("").length > 14}
      group={choices !== undefined}
      onRemove={() => form.remove(path)}
    >
      {control}
    </FieldFrame>
  );
}

/** "key 1" and "limit 1", as people count. */
function cellName(path: Path): string {
  const index = path.findLast((step) => typeof step === "number") ?? 0;
  const name = path.findLast((step) => typeof step === "string") ?? "";
  return `${name} ${index + 1}`.trim();
}

function CellNotes({ notes }: { notes: readonly Note[] }) {
  return notes.map(({ sentence }) => (
    <p className={css.note} key={sentence}>
      {sentence}
    </p>
  ));
}
