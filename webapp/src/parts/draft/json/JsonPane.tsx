import { setDiagnostics } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "react";
import type { Path, Schema } from "../../../schema/json_schema";
import type { Note } from "../../../schema/note";
import { useStable } from "../../useStable";
import { markedRange, treeOf } from "../edit";
import { momentsFrom } from "../moments";
import type { DraftProps } from "../props";
import type { Reading } from "../reading";
import css from "./JsonPane.module.css";
import { giveText, goTo, openEditor } from "./editor";
import { marksOf } from "./marks";

interface Props extends Pick<DraftProps, "text" | "onChange" | "suggestions" | "templates" | "autoFocus"> {
  schema: Schema | undefined;
  reading: Reading;
  notes: readonly Note[];
  /** The place somebody asked to see; a new object each time. */
  sought: { path: Path } | null;
}

/** The draft's text in a code editor. */
export function JsonPane(props: Props) {
  const { text, onChange, suggestions, templates = false, autoFocus, schema, reading, notes, sought } = props;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const changed = useStable(onChange);
  const offers = useStable(() => ({ schema, suggestions, moments: momentsFrom(Date.now(), templates) }));
  const first = useStable(() => ({ text, autoFocus }));

  useEffect(() => {
    const parent = place.current;
    if (parent === null) return;
    const view = openEditor({ parent, text: first().text, offers, onChange: changed });
    editor.current = view;
    if (first().autoFocus === true) goTo(view, view.state.doc.length, view.state.doc.length);
    return () => view.destroy();
  }, [changed, offers, first]);

  useEffect(() => {
    const view = editor.current;
    if (view === null) return;
    giveText(view, text);
    view.dispatch(setDiagnostics(view.state, marksOf(text, reading, notes)));
  }, [text, reading, notes]);

  useEffect(() => {
    const view = editor.current;
    if (view === null || sought === null) return;
    const { from, to } = markedRange(treeOf(view.state.doc.toString()), sought.path);
    goTo(view, from, to);
  }, [sought]);

  return <div ref={place} className={css.editor} />;
}
