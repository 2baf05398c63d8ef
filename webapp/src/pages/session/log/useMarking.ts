import { useState } from "react";
import type { FrameRow, Mark } from "../../../live/contract";
import type { Marks } from "../../../live/page_store";
import { undoable } from "../../../parts/undoable";
import { logWords } from "../../../words/log";
import { useLive } from "../../live";
import { frameName } from "./frame_name";

/** What a person does to the chosen frame: pin it, write a note on it. Each returns false where no frame is chosen. */
export interface Marking {
  mark: Mark | undefined;
  /** The note is being written. */
  noting: boolean;
  pin: () => boolean;
  note: () => boolean;
  write: (note: string) => void;
  deleteNote: () => void;
}

/** `show` brings the frame's detail, where the note stands. */
export function useMarking(
  identity: string,
  marks: Marks,
  row: FrameRow | null,
  show: (row: FrameRow) => void,
): Marking {
  const live = useLive();
  const [noting, setNoting] = useState<string | null>(null);
  const name = row === null ? null : frameName(row);
  const mark = name === null ? undefined : marks.get(name);
  const put = (change: Partial<Mark>) => {
    if (row === null) return false;
    const { epoch, seq, at } = row;
    live.ask({ kind: "mark", identity, mark: { epoch, seq, at, pinned: false, note: "", ...mark, ...change } });
    return true;
  };
  return {
    mark,
    noting: noting !== null && noting === name,
    pin: () => put({ pinned: !(mark?.pinned ?? false) }),
    note() {
      if (row === null) return false;
      setNoting(name);
      show(row);
      return true;
    },
    write(note) {
      if (note !== (mark?.note ?? "")) put({ note });
    },
    deleteNote() {
      setNoting(null);
      if (mark === undefined || mark.note === "") return;
      put({ note: "" });
      undoable(logWords.noteDeleted, () => live.ask({ kind: "mark", identity, mark }));
    },
  };
}
