import { useEffect, useMemo, useState } from "react";
import type { Row } from "../../../live/contract";
import type { Log } from "../../../live/page_store";
import { usePreferences } from "../../../parts/preferences";
import { ShownRows } from "./shown_rows";
import { slice } from "./slice";

// With what is drawn after it, well below the time in which a page feels stopped.
const sliceMs = 8;

/**
 * The list's lines, brought up to date with the log; a search through very many rows goes on a slice at a time. `version`
 * tells one state of it from another.
 */
export function useShownRows(
  log: Log,
  wanted: (row: Row) => boolean,
  folded: boolean,
): { rows: ShownRows; version: number } {
  const { zone } = usePreferences();
  const [rows] = useState(() => new ShownRows());
  const [turn, setTurn] = useState(0);
  const version = useMemo(
    () => rows.update(log, { wanted, folded, zone }, slice(sliceMs)),
    // Each turn is one more look at the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [rows, log, wanted, folded, zone, turn],
  );
  useEffect(() => {
    if (rows.unseen === 0) return;
    const timer = setTimeout(() => setTurn((before) => before + 1));
    return () => clearTimeout(timer);
  }, [rows, version]);
  return { rows, version };
}
