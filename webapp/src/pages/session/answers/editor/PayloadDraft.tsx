import { Textarea } from "@mantine/core";
import type { Json } from "../../../../engine/json";
import css from "./Editor.module.css";
import { useJsonText } from "./useJsonText";

interface Props {
  version: string;
  /** Undefined: of any call, so no form fits. */
  action: string | undefined;
  narrow: boolean;
  value: Json;
  onChange: (value: Json) => void;
  onSubmit?: () => void;
}

/** A response payload: form and JSON on one draft. */
export function PayloadDraft({ value, onChange }: Props) {
  const { text, write, fault } = useJsonText(value, onChange);
  return (
    <Textarea
      aria-label="JSON"
      autosize
      minRows={4}
      maxRows={18}
      spellCheck={false}
      classNames={{ input: css.mono ?? "" }}
      value={text}
      error={fault}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}
