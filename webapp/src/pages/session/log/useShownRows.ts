import { useMemo, useState } from "react";
import type { Log } from "../../../live/page_store";
import { usePreferences } from "../../../parts/preferences";
import type { Filter } from "./filter";
import { ShownRows } from "./shown_rows";

/** The list's lines, brought up to date with the log. `version` tells one state of it from another. */
export function useShownRows(log: Log, filter: Filter, folded: boolean): { rows: ShownRows; version: number } {
  const { zone } = usePreferences();
  const [rows] = useState(() => new ShownRows());
  const version = useMemo(() => rows.update(log, { filter, folded, zone }), [rows, log, filter, folded, zone]);
  return { rows, version };
}
