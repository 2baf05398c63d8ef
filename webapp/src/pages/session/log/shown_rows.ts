import type { FrameRow, Row } from "../../../live/contract";
import type { Log } from "../../../live/page_store";
import { dayKey, type Zone } from "../../../parts/format";

/** A line of the list: a row of the log, or the date where a new day begins, which is that of the row under it. */
export type Line = { kind: "row"; row: Row } | { kind: "date"; at: number; row: number };

export interface Wish {
  /** Whether a row is asked for; another function is another wish. */
  wanted: (row: Row) => boolean;
  folded: boolean;
  zone: Zone;
}

/** Rows that are looked at before the clock is. */
const stride = 64;

/**
 * Which rows stand in the list, in order. Appending costs what was appended, not what is there: 100,000 rows stay as quick
 * as ten. Only another wish looks at all rows again, as far as the time goes; `unseen` tells how much is left.
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

  get frames(): number {
    return this.length - this.lowAbove(this.length);
  }

  /** Rows that were not looked at yet. */
  get unseen(): number {
    return this.log === null ? 0 : this.log.end - Math.max(this.seen, this.log.first);
  }

  at(index: number): Line | undefined {
    const line = this.lines[this.begin + index];
    if (line === undefined || this.log === null) return undefined;
    const row = this.log.at(numberOf(line));
    if (row === undefined) return undefined;
    return line < 0 ? { kind: "date", at: row.at, row: row.id } : { kind: "row", row };
  }

  /** What a line is called for as long as it stands, wherever. */
  nameOf(index: number): number | null {
    return this.lines[this.begin + index] ?? null;
  }

  /** How many of the lines above this place are no frames. */
  lowAbove(index: number): number {
    return placeOf(this.low, this.begin + index) - placeOf(this.low, this.begin);
  }

  /** Its place in the list, or -1, by the number of its row or by its name. */
  indexOf(name: number): number {
    const place = this.placeFrom(name);
    return this.lines[place] === name ? place - this.begin : -1;
  }

  /**
   * Brings the lines up to date, for as long as it may; returns a number that differs whenever what is shown may differ.
   */
  update(log: Log, wish: Wish, mayGoOn: () => boolean = () => true): number {
    const changed = this.changedIn(log, wish);
    if (changed === null) this.startOver(log);
    this.log = log;
    this.wish = wish;
    for (const id of changed ?? []) this.look(id, log, wish);
    for (let looked = 1; this.seen < log.end; looked += 1, this.seen += 1) {
      if (looked % stride === 0 && !mayGoOn()) break;
      this.append(log, wish);
    }
    this.dropBefore(log.first);
    this.version += 1;
    return this.version;
  }

  /** Rows that were there before and have changed; null when all must be looked at anew. */
  private changedIn(log: Log, wish: Wish): readonly number[] | null {
    if (this.log === null || this.wish === null) return null;
    // Cleared rows come back with "Undo": the log then begins earlier than before.
    if (log.generation !== this.log.generation || log.first < this.log.first) return null;
    const { wanted, folded, zone } = this.wish;
    if (wish.wanted !== wanted || wish.folded !== folded || wish.zone !== zone) return null;
    return log.changedSince(this.log.changes);
  }

  private startOver(log: Log): void {
    this.lines = [];
    this.low = [];
    this.begin = 0;
    this.seen = log.first;
    this.day = "";
  }

  /** A row that changed: when it has to come or to go, the list is laid anew from there. */
  private look(id: number, log: Log, wish: Wish): void {
    const row = log.at(id);
    if (id >= this.seen || row === undefined) return;
    if (this.indexOf(id) >= 0 !== stands(row, log, wish)) this.rewind(id, wish.zone);
  }

  private rewind(id: number, zone: Zone): void {
    const place = this.placeFrom(id);
    // With its date, which the next row may need as well.
    const cut = (this.lines[place - 1] ?? 0) === -id - 1 ? place - 1 : place;
    this.lines.length = Math.max(cut, this.begin);
    while ((this.low.at(-1) ?? -1) >= this.lines.length) this.low.pop();
    const last = this.length > 0 ? this.at(this.length - 1) : undefined;
    this.day = last?.kind === "row" ? dayKey(last.row.at, zone) : "";
    this.seen = id;
  }

  private append(log: Log, wish: Wish): void {
    const row = log.at(this.seen);
    if (row === undefined || !stands(row, log, wish)) return;
    const day = dayKey(row.at, wish.zone);
    if (this.day !== "" && day !== this.day) {
      this.low.push(this.lines.length);
      this.lines.push(-this.seen - 1);
    }
    this.day = day;
    if (row.kind === "life") this.low.push(this.lines.length);
    this.lines.push(this.seen);
  }

  /** The first place in `lines` that does not stand before this one. */
  private placeFrom(name: number): number {
    let low = this.begin;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (orderOf(this.lines[middle] ?? 0) < orderOf(name)) low = middle + 1;
      else high = middle;
    }
    return low;
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
function orderOf(line: number): number {
  return line < 0 ? 2 * numberOf(line) : 2 * line + 1;
}

function numberOf(line: number): number {
  return line < 0 ? -line - 1 : line;
}

function stands(row: Row, log: Log, { wanted, folded }: Wish): boolean {
  if (!folded || row.kind === "life") return wanted(row);
  const other = row.pair === null ? undefined : log.at(row.pair);
  // An answer is told in the row of its call, while that is still kept; it brings the call along.
  if (isAnswer(row) && other !== undefined) return false;
  return wanted(row) || (other !== undefined && wanted(other));
}

function isAnswer({ state }: FrameRow): boolean {
  return state.kind === "answer";
}
