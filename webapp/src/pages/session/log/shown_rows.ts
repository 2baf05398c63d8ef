import type { Row } from "../../../live/contract";
import type { Log } from "../../../live/page_store";
import { dayKey, type Zone } from "../../../parts/format";
import { type Filter, fits, inState } from "./filter";

/** A line of the list: a row of the log, or the date where a new day begins. */
export type Line = { kind: "row"; row: Row } | { kind: "date"; at: number };

export interface Wish {
  filter: Filter;
  folded: boolean;
  zone: Zone;
}

/**
 * Which rows stand in the list, in order. Appending costs what was appended, not what is there: 100,000 rows
 * stay as quick as ten. Only a change of the wish, or a filter by state, looks at all rows again.
 */
export class ShownRows {
  /** Row numbers; a date line is the number of the row under it, negated and less one. */
  private lines: number[] = [];
  private begin = 0;
  /** Places in `lines` of what is no frame: such lines may be lower than a row. */
  private low: number[] = [];
  private log: Log | null = null;
  private seen = 0;
  private wish: Wish | null = null;
  private day = "";
  private version = 0;

  get length(): number {
    return this.lines.length - this.begin;
  }

  at(index: number): Line | undefined {
    const line = this.lines[this.begin + index];
    if (line === undefined || this.log === null) return undefined;
    const row = this.log.at(line < 0 ? -line - 1 : line);
    if (row === undefined) return undefined;
    return line < 0 ? { kind: "date", at: row.at } : { kind: "row", row };
  }

  /** How many of the lines above this place are no frames. */
  lowAbove(index: number): number {
    return placeOf(this.low, this.begin + index) - placeOf(this.low, this.begin);
  }

  /** Its place in the list, or -1. Lines are in the order of their rows. */
  indexOf(id: number): number {
    let low = this.begin;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (standsBefore(this.lines[middle] ?? 0, id)) low = middle + 1;
      else high = middle;
    }
    return this.lines[low] === id ? low - this.begin : -1;
  }

  /** Brings the lines up to date; returns a number that differs whenever what is shown may differ. */
  update(log: Log, wish: Wish): number {
    if (this.mustStartOver(log, wish)) this.startOver(log);
    this.log = log;
    this.wish = wish;
    for (; this.seen < log.end; this.seen += 1) this.append(log, wish);
    this.dropBefore(log.first);
    this.version += 1;
    return this.version;
  }

  private mustStartOver(log: Log, wish: Wish): boolean {
    if (this.log === null || this.wish === null) return true;
    // Cleared rows come back with "Undo": the log then begins earlier than before.
    if (log.generation !== this.log.generation || log.first < this.log.first) return true;
    if (log !== this.log && wish.filter.states.length > 0) return true;
    return wish.filter !== this.wish.filter || wish.folded !== this.wish.folded || wish.zone !== this.wish.zone;
  }

  private startOver(log: Log): void {
    this.lines = [];
    this.low = [];
    this.begin = 0;
    this.seen = log.first;
    this.day = "";
  }

  private append(log: Log, { filter, folded, zone }: Wish): void {
    const row = log.at(this.seen);
    if (
      row === undefined ||
      (folded && standsWithItsCall(row, log)) ||
      !fits(row, filter) ||
      !inState(row, filter.states)
    )
      return;
    const day = dayKey(row.at, zone);
    if (this.day !== "" && day !== this.day) {
      this.low.push(this.lines.length);
      this.lines.push(-this.seen - 1);
    }
    this.day = day;
    if (row.kind === "life") this.low.push(this.lines.length);
    this.lines.push(this.seen);
  }

  private dropBefore(first: number): void {
    while (this.begin < this.lines.length && numberOf(this.lines[this.begin] ?? 0) < first) this.begin += 1;
    if (this.begin < 4096) return;
    const gone = this.begin;
    this.lines.splice(0, gone);
    this.low = this.low.slice(placeOf(this.low, gone)).map((place) => place - gone);
    this.begin = 0;
  }
}

/** How many of the sorted places are below this one. */
function placeOf(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A date line stands before the row it is named after. */
function standsBefore(line: number, id: number): boolean {
  return line < 0 ? numberOf(line) <= id : line < id;
}

function numberOf(line: number): number {
  return line < 0 ? -line - 1 : line;
}

/** An answer is told in the row of its call, while that is still kept. */
function standsWithItsCall(row: Row, log: Log): boolean {
  return row.kind === "frame" && row.state.kind === "answer" && row.pair !== null && log.at(row.pair) !== undefined;
}
