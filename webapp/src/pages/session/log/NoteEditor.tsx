import { ActionIcon, Textarea, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useStable } from "../../../parts/useStable";
import { logWords } from "../../../words/log";
import css from "./Detail.module.css";
import { focusLine } from "./focus_line";
import type { Marking } from "./useMarking";

// Written behind the typing.
const pauseMs = 400;

/** A few words of the person's own beside a frame, kept in this browser with the log. */
export function NoteEditor({ marking }: { marking: Marking }) {
  const kept = marking.mark?.note ?? "";
  const [text, setText] = useState(kept);
  const write = useStable(() => marking.write(text.trim()));
  useEffect(() => {
    const timer = setTimeout(write, pauseMs);
    return () => clearTimeout(timer);
  }, [text, write]);
  return (
    <div className={css.own}>
      <Textarea
        aria-label={logWords.yourNote}
        placeholder={logWords.yourNote}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        autoFocus={marking.noting}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={write}
        onKeyDown={(event) => {
          if (event.key === "Escape") focusLine(event.currentTarget);
        }}
      />
      <Tooltip label={logWords.deleteNote}>
        <ActionIcon aria-label={logWords.deleteNote} onClick={marking.deleteNote}>
          <IconTrash size={15} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
