import { Textarea } from "@mantine/core";
import type { Json } from "../../../../engine/json";
import css from "./Editor.module.css";
import { useJsonText } from "./useJsonText";

interface Props {
  label: string;
  value: Json;
  onChange: (value: Json) => void;
}

/** A small piece of JSON. While it is wrong it says where, and the last right one stays in force. */
export function JsonField({ label, value, onChange }: Props) {
  const { text, write, fault } = useJsonText(value, onChange);
  return (
    <Textarea
      label={label}
      autosize
      minRows={1}
      maxRows={12}
      spellCheck={false}
      classNames={{ input: css.mono ?? "" }}
      value={text}
      error={fault}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}
