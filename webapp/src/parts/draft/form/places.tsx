import ArrayField from "@rjsf/core/lib/components/fields/ArrayField.js";
import ObjectField from "@rjsf/core/lib/components/fields/ObjectField.js";
import type { FieldProps } from "@rjsf/utils";
import type { ReactNode } from "react";
import { isObject, type Json } from "../../../engine/json";
import { resolved, type Schema } from "../../../schema/json_schema";
import { hintOf } from "../../../schema/words";
import { FieldFrame } from "./FieldFrame";
import css from "./Form.module.css";
import { type FormContext, useFormContext } from "./form_context";
import { NotSent } from "./NotSent";
import { ValuePlace } from "./ValuePlace";

/** An object: its fields, or the offer to send it. */
export function ObjectPlace(props: FieldProps<unknown>) {
  const value = props.formData as Json | undefined;
  if (value !== undefined && !isObject(value)) return <ValuePlace {...props} />;
  if (typeof props.fieldPathId.path.at(-1) !== "string") return <ObjectField {...props} />;
  return (
    <Compound {...props}>
      <div className={css.inside}>
        <ObjectField {...props} />
      </div>
    </Compound>
  );
}

/** A list: its items, or the offer to send one. */
export function ArrayPlace(props: FieldProps<unknown>) {
  const value = props.formData as Json | undefined;
  if (value !== undefined && !Array.isArray(value)) return <ValuePlace {...props} />;
  return (
    <Compound {...props}>
      <ArrayField {...(props as FieldProps<unknown[]>)} />
    </Compound>
  );
}

/** What an object and a list have in common: a name, a place of their own, and that they may not be sent at all. */
function Compound({
  schema,
  formData,
  required = false,
  fieldPathId,
  name,
  children,
}: FieldProps & { children: ReactNode }) {
  const form = useFormContext();
  const { path, $id } = fieldPathId;
  const sent = formData !== undefined;
  const add = () => form.put(path, started(schema as Schema, form));
  if (typeof path.at(-1) === "number") return <>{children}</>;
  return (
    <FieldFrame
      id={$id}
      label={name}
      required={required}
      sent={sent}
      title={hintOf(form.version, name, resolved(schema as Schema, form.root))}
      notes={form.notesAt(path)}
      wide={sent}
      group
      onRemove={() => form.remove(path)}
    >
      {sent ? children : <NotSent label={name} onAdd={add} />}
    </FieldFrame>
  );
}

/** Whoever adds a list wants an item in it. */
function started(schema: Schema, { root, blank }: FormContext): Json {
  const value = blank(schema);
  return Array.isArray(value) && value.length === 0 ? [blank(resolved(schema, root).items ?? {})] : value;
}
