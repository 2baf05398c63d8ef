import type { FrameRow, Row } from "../../../live/contract";
import { logWords } from "../../../words/log";
import { pathSearch } from "./path_search";

/** What of the log is shown, as it stands in the address. */
export interface Filter {
  from: "cp" | "cs" | null;
  actions: string[];
  states: StateFilter[];
  connector: string | null;
  transaction: string | null;
  text: string;
}

export type StateFilter = keyof typeof logWords.states;

export const stateFilters = Object.keys(logWords.states) as readonly StateFilter[];

export const noFilter: Filter = { from: null, actions: [], states: [], connector: null, transaction: null, text: "" };

/** What is known of a frame besides its row. */
export interface Known {
  pinned(row: FrameRow): boolean;
  noted(row: FrameRow): boolean;
  /** How much the standard says against it. */
  notes(row: FrameRow): number;
}

export function readFilter(query: URLSearchParams): Filter {
  const from = query.get("from");
  return {
    from: from === "cp" || from === "cs" ? from : null,
    actions: listed(query.get("action")),
    states: listed(query.get("state")).filter((state) =>
      stateFilters.some((known) => known === state),
    ) as StateFilter[],
    connector: query.get("connector"),
    transaction: query.get("tx"),
    text: query.get("q") ?? "",
  };
}

/** The same address with another filter; what is not the filter's stays. */
export function writeFilter(query: URLSearchParams, filter: Filter): URLSearchParams {
  const next = new URLSearchParams(query);
  const put = (name: string, value: string | null) =>
    value === null || value === "" ? next.delete(name) : next.set(name, value);
  put("from", filter.from);
  put("action", filter.actions.join(","));
  put("state", filter.states.join(","));
  put("connector", filter.connector);
  put("tx", filter.transaction);
  put("q", filter.text);
  return next;
}

export function isFiltering(filter: Filter): boolean {
  return writeFilter(new URLSearchParams(), filter).size > 0;
}

/** Why the search cannot be carried out; null when it can. */
export function searchFault({ text }: Filter): string | null {
  if (!text.startsWith("$")) return null;
  const search = pathSearch(text);
  return "fault" in search ? search.fault : null;
}

/** Whether a row is shown. What is typed is read once, not for each row. */
export function testOf(filter: Filter, known: Known): (row: Row) => boolean {
  const { from, actions, states, connector, transaction } = filter;
  const aims = actions.length > 0 || states.length > 0 || connector !== null || transaction !== null;
  const found = searching(filter.text);
  return (row) => {
    // Lifecycle lines stay where frames are only narrowed by side; a search for something hides them.
    if (row.kind === "life") return !aims && found(row);
    if (from !== null && row.from !== from) return false;
    if (actions.length > 0 && (row.action === null || !actions.includes(row.action))) return false;
    if (connector !== null && !standsAt(row, connector)) return false;
    if (transaction !== null && row.transaction !== transaction) return false;
    if (states.length > 0 && !states.some((state) => isIn(row, state, known))) return false;
    return found(row);
  };
}

/** Of an EVSE all its connectors. */
function standsAt({ connector }: FrameRow, wanted: string): boolean {
  return connector === wanted || (connector?.startsWith(`${wanted}.`) ?? false);
}

function searching(text: string): (row: Row) => boolean {
  if (text === "") return () => true;
  if (text.startsWith("$")) {
    const search = pathSearch(text);
    if ("fault" in search) return () => true;
    return (row) => row.kind === "frame" && row.text !== null && search.fits(row.text);
  }
  // In any case of the letters, without a copy of each frame in small ones.
  const wanted = new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
  return (row) =>
    row.kind === "life"
      ? wanted.test(row.words)
      : wanted.test(row.text ?? "") || wanted.test(row.summary) || wanted.test(row.action ?? "");
}

function isIn(row: FrameRow, wanted: StateFilter, known: Known): boolean {
  const { state } = row;
  switch (wanted) {
    case "waiting":
      return state.kind === "waiting" || state.kind === "held";
    case "error":
      return state.kind === "error";
    case "late":
      return state.kind === "late" || (state.kind === "answer" && state.late);
    case "unanswered":
      return state.kind === "never";
    case "malformed":
      return state.kind === "malformed";
    case "warned":
      return known.notes(row) > 0;
    case "pinned":
      return known.pinned(row);
    case "noted":
      return known.noted(row);
  }
}

/** A list with one more, or one less. */
export function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

function listed(text: string | null): string[] {
  return text === null || text === "" ? [] : text.split(",");
}
