import { SegmentedControl } from "@mantine/core";
import { lazy, Suspense, useMemo, useState } from "react";
import type { Path } from "../../schema/json_schema";
import type { Note } from "../../schema/note";
import { DraftFoot } from "./DraftFoot";
import css from "./Draft.module.css";
import { FormOrWords } from "./FormOrWords";
import type { DraftProps } from "./props";
import { readDraft } from "./reading";
import { useNotes } from "./useNotes";
import { useSchemas } from "./useSchemas";
import { useWide } from "./useWide";
import { draftWords } from "../../words/draft";

const JsonPane = lazy(async () => ({ default: (await import("./json/JsonPane")).JsonPane }));

const sideBySide = 600;
type Pane = "form" | "json";
const panes = Object.entries(draftWords.panes).map(([value, label]) => ({ value, label }));

/** One draft as form and as JSON: side by side where there is room, one of them where there is not. */
export function DraftEditor(draft: DraftProps) {
  const { version, action, kind, text, name, onSubmit } = draft;
  const [place, wide] = useWide(sideBySide);
  const [chosen, setChosen] = useState<Pane | null>(null);
  const [sought, setSought] = useState<{ path: Path } | null>(null);
  const schemas = useSchemas(version);
  const reading = useMemo(() => readDraft(text), [text]);
  const notes = useNotes(draft, schemas, reading);
  const schema = schemas.kind === "here" ? schemas.schemas.schema(action, kind) : undefined;
  const focus = draft.autoFocus === true;
  // Where no form can be, who wants to write gets the JSON at once.
  const pane = chosen ?? (focus && schemas.kind === "here" && schema === undefined ? "json" : "form");
  const submit = (event: React.KeyboardEvent) => {
    if (onSubmit === undefined || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  };
  const goTo = ({ path }: Note) => {
    setChosen("json");
    setSought({ path });
  };
  return (
    <div
      ref={place}
      className={css.draft}
      data-wide={wide}
      data-fill={draft.fill}
      role="group"
      aria-label={name}
      onKeyDown={submit}
    >
      {!wide && (
        <SegmentedControl
          className={css.panes}
          aria-label={draftWords.as(name)}
          data={panes}
          value={pane}
          onChange={(next) => setChosen(next as Pane)}
        />
      )}
      <Suspense fallback={<p className={css.instead}>{draftWords.moment}</p>}>
        {(wide || pane === "form") && (
          <div className={css.form}>
            <FormOrWords draft={draft} reading={reading} notes={notes} schemas={schemas} />
          </div>
        )}
        {(wide || pane === "json") && (
          <div className={css.json}>
            <JsonPane {...draft} {...{ schema, reading, notes, sought }} autoFocus={focus && !wide} />
          </div>
        )}
      </Suspense>
      <div className={css.foot}>
        <DraftFoot version={version} state={schemas.kind} reading={reading} notes={notes} goTo={goTo} />
        {wide && <span className={css.quiet}>{draftWords.oneDraft}</span>}
      </div>
    </div>
  );
}
