import { NumberInput, Textarea, TextInput } from "@mantine/core";
import type { CannedReply } from "../../../../responder/rule";
import { never } from "../../../../engine/never";
import css from "./Editor.module.css";
import { ErrorFields } from "./ErrorFields";
import { NotifyOffer } from "../held/NotifyOffer";
import { PayloadDraft } from "./PayloadDraft";
import { answersWords } from "../../../../words/answers";

interface Props {
  reply: CannedReply;
  action: string | undefined;
  version: string;
  onChange: (reply: CannedReply, typing?: string) => void;
  /** Ctrl Enter in the draft. */
  onSubmit?: () => void;
}

/** What is sent, in the fields of its kind. */
export function ReplyFields({ reply, action, version, onChange, onSubmit }: Props) {
  switch (reply.kind) {
    case "result":
      return (
        <PayloadDraft
          version={version}
          action={action}
          value={reply.payload}
          onChange={(payload) => onChange({ ...reply, payload }, "payload")}
          {...(onSubmit === undefined ? {} : { onSubmit })}
        />
      );
    case "error":
      return <ErrorFields reply={reply} version={version} onChange={onChange} />;
    case "ask":
      return (
        <>
          <p className={css.plain}>{answersWords.reply.ask}</p>
          <NotifyOffer />
        </>
      );
    case "default":
      return <p className={css.plain}>{answersWords.reply.usual}</p>;
    case "silence":
      return <p className={css.plain}>{answersWords.reply.silence}</p>;
    case "close":
      return (
        <div className={css.fields}>
          <NumberInput
            label={answersWords.reply.closeCode}
            description={answersWords.reply.closeCodeHint}
            min={1000}
            max={4999}
            value={reply.code}
            onChange={(code) => typeof code === "number" && onChange({ ...reply, code }, "code")}
          />
          <TextInput
            label={answersWords.reply.reason}
            description={answersWords.reply.reasonHint}
            maxLength={123}
            value={reply.reason}
            onChange={(event) => onChange({ ...reply, reason: event.currentTarget.value }, "reason")}
          />
        </div>
      );
    case "cut":
      return <p className={css.plain}>{answersWords.reply.cut}</p>;
    case "raw":
      return (
        <Textarea
          label={answersWords.reply.text}
          description={answersWords.reply.textHint}
          autosize
          minRows={3}
          maxRows={14}
          spellCheck={false}
          classNames={{ input: css.mono ?? "" }}
          value={reply.text}
          onChange={(event) => onChange({ ...reply, text: event.currentTarget.value }, "text")}
        />
      );
    default:
      return never(reply);
  }
}
