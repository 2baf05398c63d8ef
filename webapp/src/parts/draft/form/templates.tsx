import { ActionIcon, Button } from "@mantine/core";
import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
} from "@rjsf/utils";
import { IconChevronDown, IconPlus, IconX } from "@tabler/icons-react";
import { use, useId, useState } from "react";
import { isObject, type Json } from "../../../engine/json";
import { resolved, type Schema } from "../../../schema/json_schema";
import css from "./Form.module.css";
import { columnsOf } from "./columns";
import { ColumnsContext, useFormContext } from "./form_context";
import { draftWords } from "../../../words/draft";

/** Each field frames itself. */
export function PlainField({ children }: FieldTemplateProps) {
  return <>{children}</>;
}

// More than these in a row are offered behind a word.
const fewOptional = 4;

/** The fields of an object: what is sent or required, then what could be sent. */
export function ObjectFields({ properties, schema, formData }: ObjectFieldTemplateProps<unknown>) {
  const { minimal } = useFormContext();
  const columns = use(ColumnsContext);
  const rest = useId();
  const [open, setOpen] = useState(false);
  const sent = isObject(formData as Json | undefined) ? (formData as object) : {};
  const isShown = (name: string) => Object.hasOwn(sent, name) || (schema.required?.includes(name) ?? false);
  const more = properties.filter(({ name }) => !isShown(name));
  const few = !minimal && more.length <= fewOptional;
  const behind = few ? more.filter(({ name }) => name === "customData") : more;
  const shown = open ? properties : properties.filter((one) => !behind.includes(one));
  if (columns !== null)
    return columns.map((key) => properties.find(({ name }) => name === key)?.content ?? <span key={key} />);
  if (properties.length === 0) return <p className={css.hint}>{draftWords.form.nothing}</p>;
  return (
    <>
      <div className={css.fields} id={rest}>
        <div className={css.grid}>{shown.map(({ content }) => content)}</div>
      </div>
      {behind.length > 0 && (
        <Button
          className={css.more}
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          aria-controls={rest}
          rightSection={<IconChevronDown size={14} data-open={open} />}
          onClick={() => setOpen(!open)}
        >
          {draftWords.form.more(behind.length)}
        </Button>
      )}
    </>
  );
}

export function ListItems({ items, schema, formData, fieldPathId }: ArrayFieldTemplateProps<unknown[]>) {
  const { put, root, blank } = useFormContext();
  const name = String(fieldPathId.path.at(-1));
  const [whole, setWhole] = useState(false);
  const table = columnsOf((schema as Schema).items ?? {}, root, (formData ?? []) as Json[]);
  const columns = table === null || whole ? null : table.columns;
  const add = () => {
    const item = resolved((schema as Schema).items ?? {}, root);
    put([...fieldPathId.path, formData?.length ?? 0], blank(item));
  };
  return (
    <div className={css.items} style={columns === null ? undefined : rowColumns(columns.length)}>
      {columns !== null && items.length > 0 && <ColumnHeads columns={columns} />}
      <ColumnsContext value={columns}>{items}</ColumnsContext>
      <div className={css.listFoot}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          aria-label={draftWords.form.addTo(name)}
          onClick={add}
        >
          {draftWords.form.add}
        </Button>
        {table !== null && table.more > 0 && items.length > 0 && (
          <Button variant="subtle" size="compact-sm" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? draftWords.form.asRows : draftWords.form.more(table.more)}
          </Button>
        )}
      </div>
    </div>
  );
}

function rowColumns(count: number): React.CSSProperties {
  return { "--row": `repeat(${count}, minmax(0, 1fr)) 24px` } as React.CSSProperties;
}

/** The keys once, over the rows; each control has its own name. */
function ColumnHeads({ columns }: { columns: readonly string[] }) {
  return (
    <div className={css.rowHeads} aria-hidden="true">
      {columns.map((key) => (
        <span key={key} title={key}>
          {key}
        </span>
      ))}
    </div>
  );
}

export function ListItem({ children, index, buttonsProps }: ArrayFieldItemTemplateProps) {
  const { remove } = useFormContext();
  const { path } = buttonsProps.fieldPathId;
  const isRow = use(ColumnsContext) !== null;
  return (
    <div className={isRow ? css.row : css.item}>
      {isRow ? children : <div className={css.itemBody}>{children}</div>}
      <ActionIcon
        size={24}
        aria-label={draftWords.form.removeItem(index + 1)}
        onClick={() => remove(itemPath(path, index))}
      >
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}

/** The buttons of an item are told its list's path or its own. */
function itemPath(path: readonly (string | number)[], index: number): (string | number)[] {
  return path.at(-1) === index ? [...path] : [...path, index];
}
