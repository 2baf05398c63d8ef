import { Select } from "@mantine/core";
import type { CannedReply } from "../../../../responder/rule";
import css from "./Editor.module.css";
import { type Kind, otherKind } from "./reply_kind";
import { answersWords } from "../../../../words/answers";

interface Props {
  name: string;
  reply: CannedReply;
  action: string | undefined;
  version: string;
  onChange: (reply: CannedReply) => void;
}

/** Result, Error, Ask me and so on. */
export function KindSelect({ name, reply, action, version, onChange }: Props) {
  return (
    <Select
      className={css.kind}
      role="combobox"
      aria-label={name}
      allowDeselect={false}
      data={Object.entries(answersWords.kinds).map(([value, label]) => ({ value, label }))}
      value={reply.kind}
      onChange={(kind) => onChange(otherKind(reply, kind as Kind, action, version))}
    />
  );
}
