import { Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Charger } from "../../../../live/contract";
import { DraftEditor } from "../../../../parts/draft/DraftEditor";
import { commandWords as words } from "../../../../words/commands";
import { commandVersion } from "../catalogue/actions";
import type { Writing } from "../draft";
import { seenFor } from "../seen";
import css from "./Send.module.css";

interface Props {
  charger: Charger;
  writing: Writing;
  setWriting: (writing: Writing) => void;
  /** All fields, in all the room there is. */
  large: boolean;
  autoFocus: boolean;
}

/** What is being written: a payload as form and JSON, with the action's name where it is any, or a raw frame. */
export function DraftFields({ charger, writing, setWriting, large, autoFocus }: Props) {
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  // Each draft is a part of its own, the same action chosen again too.
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  if (writing.kind === "raw")
    return (
      <div className={`${css.editor} ${css.raw}`}>
        <Textarea
          ref={field}
          aria-label={words.rawText}
          autosize
          minRows={large ? 6 : 3}
          maxRows={14}
          spellCheck={false}
          classNames={{ input: css.json ?? "" }}
          value={writing.text}
          onChange={(event) => setWriting({ ...writing, text: event.currentTarget.value })}
        />
        <p className={css.hint}>{words.rawNote}</p>
      </div>
    );
  const named = writing.kind === "any";
  return (
    <div className={`${css.editor} ${large ? css.whole : ""} ${named ? css.any : ""}`}>
      {named && (
        <TextInput
          ref={field}
          label={words.actionName}
          value={writing.action}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setWriting({ ...writing, action: event.currentTarget.value })}
        />
      )}
      <DraftEditor
        name={words.payload}
        version={commandVersion(writing.action, charger.connection?.version)}
        action={writing.action}
        kind="call"
        text={writing.text}
        onChange={(text) => setWriting({ ...writing, text })}
        minimal={!large}
        quiet={large}
        fill={large}
        autoFocus={autoFocus && !named}
        suggestions={(path) => seenFor(charger, path)}
      />
    </div>
  );
}
