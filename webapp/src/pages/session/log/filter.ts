import type { FrameRow, Row } from "../../../live/contract";

/** What of the log is shown, as it stands in the address. */
export interface Filter {
  from: "cp" | "cs" | null;
  actions: string[];
  states: StateFilter[];
  connector: string | null;
  transaction: string | null;
  text: string;
}

export type StateFilter = "waiting" | "error" | "late" | "unanswered" | "malformed";

export const stateFilters: readonly StateFilter[] = ["waiting", "error", "late", "unanswered", "malformed"];

export const stateNames: Record<StateFilter, string> = {
  waiting: "Waiting",
  error: "Error",
  late: "Late",
  unanswered: "Never answered",
  malformed: "Malformed",
};

export const noFilter: Filter = { from: null, actions: [], states: [], connector: null, transaction: null, text: "" };

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

/** Whether a row is shown, apart from its state: this never changes once the row stands. */
export function fits(row: Row, filter: Filter): boolean {
  // Lifecycle lines stay where frames are only narrowed by side or state; a search for something hides them.
  if (row.kind === "life") return filter.text === "" ? !aimsAtFrames(filter) : contains(row.words, filter.text);
  if (filter.from !== null && row.from !== filter.from) return false;
  if (filter.actions.length > 0 && (row.action === null || !filter.actions.includes(row.action))) return false;
  if (filter.connector !== null && row.connector !== filter.connector) return false;
  if (filter.transaction !== null && row.transaction !== filter.transaction) return false;
  return filter.text === "" || searched(row, filter.text);
}

function aimsAtFrames({ actions, connector, transaction }: Filter): boolean {
  return actions.length > 0 || connector !== null || transaction !== null;
}

function searched(row: FrameRow, text: string): boolean {
  return contains(row.text ?? "", text) || contains(row.action ?? "", text) || contains(row.summary, text);
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** Whether a frame is in one of the states asked for. */
export function inState(row: Row, states: readonly StateFilter[]): boolean {
  return states.length === 0 || (row.kind === "frame" && states.some((state) => is(row, state)));
}

function is({ state }: FrameRow, wanted: StateFilter): boolean {
  switch (state.kind) {
    case "waiting":
    case "held":
      return wanted === "waiting";
    case "error":
      return wanted === "error";
    case "late":
      return wanted === "late";
    case "never":
      return wanted === "unanswered";
    case "malformed":
      return wanted === "malformed";
    case "answer":
      return wanted === "late" && state.late;
    case "answered":
    case "no-answer-needed":
      return false;
  }
}

/** A list with one more, or one less. */
export function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

function listed(text: string | null): string[] {
  return text === null || text === "" ? [] : text.split(",");
}
