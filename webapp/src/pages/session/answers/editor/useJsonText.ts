import { useState } from "react";
import { type Json, type JsonFault, parseJson } from "../../../../engine/json";
import { prettyJson } from "../../../../parts/json_tokens";
import { answersWords } from "../../../../words/answers";

/**
 * A value as text that is being typed. Each text that is JSON is passed on; one that is not waits here. When the value
 * changes otherwise (undo, another tab), the text follows.
 */
export function useJsonText(value: Json, onChange: (value: Json) => void) {
  const spelled = JSON.stringify(value);
  const [draft, setDraft] = useState({ text: textOf(value), value: spelled });
  if (draft.value !== spelled) setDraft({ text: textOf(value), value: spelled });
  const write = (text: string) => {
    const parsed = parseJson(text);
    setDraft({ text, value: parsed.ok ? JSON.stringify(parsed.value) : spelled });
    if (parsed.ok) onChange(parsed.value);
  };
  const parsed = parseJson(draft.text);
  return { text: draft.text, write, fault: parsed.ok ? null : faultWords(draft.text, parsed.fault) };
}

function textOf(value: Json): string {
  return prettyJson(JSON.stringify(value));
}

/** "Line 4: a comma or } is missing here." The line is that of the last sign before the fault. */
export function faultWords(text: string, { at, expected }: JsonFault): string {
  return answersWords.editor.missing(text.slice(0, at).trimEnd().split("\n").length, expected);
}
