import type { FrameRow } from "../../../live/contract";
import type { Log } from "../../../live/page_store";

/** How an address names a frame: `{epoch}.{seq}`. */
export function frameName({ epoch, seq }: Pick<FrameRow, "epoch" | "seq">): string {
  return `${epoch}.${seq}`;
}

/** Finds the frame that an address names; asked again while the log grows, it looks only at what is new. */
export class FrameFinder {
  private name: string | null = null;
  private generation = -1;
  private found: number | null = null;
  private seen = 0;
  private first = 0;

  find(log: Log, name: string | null): FrameRow | null {
    if (name !== this.name || log.generation !== this.generation || log.first < this.first) {
      this.name = name;
      this.generation = log.generation;
      this.found = null;
      this.seen = 0;
    }
    this.first = log.first;
    if (name === null) return null;
    this.found ??= this.search(log, name);
    const row = this.found === null ? undefined : log.at(this.found);
    return row?.kind === "frame" ? row : null;
  }

  /** The newest rows first, for those are looked at most. */
  private search(log: Log, name: string): number | null {
    const dot = name.lastIndexOf(".");
    const epoch = name.slice(0, dot);
    const seq = Number(name.slice(dot + 1));
    const from = Math.max(this.seen, log.first);
    this.seen = log.end;
    for (let id = log.end - 1; id >= from; id -= 1) {
      const row = log.at(id);
      if (row?.kind === "frame" && row.seq === seq && row.epoch === epoch) return id;
    }
    return null;
  }
}
