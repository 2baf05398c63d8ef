import type { Opened } from "../../engine/envelope";
import type { Row } from "../../engine/view";
import { type Entry, isBefore, type Key } from "../../store/kept";
import type { Keeper } from "../../store/keeper";
import type { Mark } from "../contract";
import { entriesFrom } from "../../trace/from_rows";

/** Where a log can be read from its beginning, as often as wanted, a page at a time. */
export interface LogSource {
  identity: string;
  /** The tab whose log it is, where that is not this one. */
  client?: string | null;
  pages(): AsyncIterable<Entry[]>;
  /** Pins and notes. */
  marks(): Promise<Mark[]>;
}

/** Short enough that a call which comes meanwhile hardly waits. */
const pageLength = 500;

/** What this browser keeps of a charger, up to now. `begin` tells of its connection should that be gone from storage. */
export function keptLog(
  identity: string,
  keeper: Keeper,
  cleared: Key | null,
  begin: Opened | null,
  marks: () => Mark[],
): LogSource {
  async function* pages(): AsyncGenerator<Entry[]> {
    await keeper.flush();
    const upTo = (await keeper.tail(identity, 1)).at(-1)?.key;
    for (let after = cleared; upTo !== undefined && (after === null || isBefore(after, upTo));) {
      const page = await keeper.page(identity, after, upTo, pageLength);
      const [first, last] = [page[0], page.at(-1)];
      if (first === undefined || last === undefined) return;
      if (after === cleared && first.entry.type !== "opened" && first.key[2] === begin?.epoch) yield [begin];
      after = last.key;
      yield page.map(({ entry }) => entry);
    }
  }
  return { identity, pages, marks: () => Promise.resolve(marks()) };
}

/** Without storage: what the page still shows. */
export function shownLog(identity: string, rows: readonly Row[]): LogSource {
  async function* pages(): AsyncGenerator<Entry[]> {
    for (let at = 0; at < rows.length; at += pageLength) {
      yield await Promise.resolve(entriesFrom(rows.slice(at, at + pageLength)));
    }
  }
  return { identity, pages, marks: () => Promise.resolve([]) };
}
