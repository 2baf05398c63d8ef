import type { Json } from "../../../../engine/json";
import { DraftEditor } from "../../../../parts/draft/DraftEditor";
import { nearestVersion } from "../../../../schema/version";
import { JsonField } from "./JsonField";
import { TemplateNotes } from "./TemplateNotes";
import { templatePreview } from "./template_preview";
import { useJsonText } from "./useJsonText";
import { answersWords } from "../../../../words/answers";

interface Props {
  version: string;
  /** Undefined: of any call, so no form fits. */
  action: string | undefined;
  value: Json;
  onChange: (value: Json) => void;
  onSubmit?: () => void;
}

/** A response payload as form and JSON on one draft; what is no JSON yet stays here. */
export function PayloadDraft({ version, action, value, onChange, onSubmit }: Props) {
  const { text, write } = useJsonText(value, onChange);
  if (action === undefined)
    return (
      <>
        <JsonField label={answersWords.reply.json} value={value} onChange={onChange} />
        <TemplateNotes value={value} />
      </>
    );
  return (
    <DraftEditor
      version={nearestVersion(version)}
      action={action}
      kind="result"
      name={answersWords.reply.answerTo(action)}
      text={text}
      onChange={write}
      templates
      preview={templatePreview}
      {...(onSubmit === undefined ? {} : { onSubmit })}
    />
  );
}
