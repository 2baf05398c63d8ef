import { useMemo } from "react";
import type { FrameRow, Row } from "../../../live/contract";
import type { Marks } from "../../../live/page_store";
import { type Filter, testOf } from "./filter";
import { frameName } from "./frame_name";
import type { NoteCounts } from "./note_counts";

/** Whether a row is shown; another function only when the answer may be another. */
export function useFilterTest(filter: Filter, marks: Marks, counts: NoteCounts | null): (row: Row) => boolean {
  const { states } = filter;
  const usedMarks = states.includes("pinned") || states.includes("noted") ? marks : null;
  const usedCounts = states.includes("warned") ? counts : null;
  return useMemo(() => {
    const mark = (row: FrameRow) => usedMarks?.get(frameName(row));
    return testOf(filter, {
      pinned: (row) => mark(row)?.pinned ?? false,
      noted: (row) => (mark(row)?.note ?? "") !== "",
      notes: (row) => usedCounts?.of(row) ?? 0,
    });
  }, [filter, usedMarks, usedCounts]);
}
