import { Autocomplete, TextInput } from "@mantine/core";
import type { CannedReply } from "../../../../responder/rule";
import css from "./Editor.module.css";
import { errorCodes } from "./error_codes";
import { JsonField } from "./JsonField";
import { answersWords } from "../../../../words/answers";

interface Props {
  reply: Extract<CannedReply, { kind: "error" }>;
  version: string;
  onChange: (reply: CannedReply, typing?: string) => void;
}

/** Code, in the version's own spelling or any other; description; details. */
export function ErrorFields({ reply, version, onChange }: Props) {
  return (
    <div className={css.fields}>
      <Autocomplete
        label={answersWords.reply.errorCode}
        spellCheck={false}
        data={[...errorCodes(version)]}
        filter={({ options }) => options}
        maxDropdownHeight={340}
        value={reply.code}
        onChange={(code) => onChange({ ...reply, code }, "code")}
      />
      <TextInput
        label={answersWords.reply.errorDescription}
        maxLength={255}
        value={reply.description}
        onChange={(event) => onChange({ ...reply, description: event.currentTarget.value }, "description")}
      />
      <div className={css.whole}>
        <JsonField
          label={answersWords.reply.errorDetails}
          value={reply.details}
          onChange={(details) => onChange({ ...reply, details }, "details")}
        />
      </div>
    </div>
  );
}
