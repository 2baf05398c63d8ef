import type { FrameRow, Patch, Row } from "./view";

/** What changed since the last time. Rows from `kept` on are remembered, from `first` on shown. */
export interface Changes {
  reset: boolean;
  kept: number;
  first: number;
  appended: Row[];
  patches: Patch[];
}

/** Numbers rows, counts them out in batches, and keeps within the bound: the reader holds the rows, not this. */
export class RowFeed {
  end = 0;
  private kept = 0;
  private hidden = 0;
  private reset = true;
  private touched = true;
  private appended: Row[] = [];
  private patches = new Map<number, Patch>();

  constructor(public most: number) {}

  /** Returns how many of the oldest rows had to go. */
  append(row: Row): number {
    this.appended.push(row);
    this.end += 1;
    const dropped = Math.max(0, this.end - this.most - this.kept);
    this.kept += dropped;
    return dropped;
  }

  patch(change: Patch): void {
    if (change.id < this.kept) return;
    const fresh = this.appended[change.id - (this.end - this.appended.length)];
    if (fresh?.kind === "frame") Object.assign<FrameRow, Patch>(fresh, change);
    else this.patches.set(change.id, change);
  }

  hide(): void {
    this.hidden = this.end;
    this.touched = true;
  }

  unhide(): void {
    this.hidden = 0;
    this.touched = true;
  }

  dropHidden(): void {
    this.kept = Math.max(this.kept, this.hidden);
    this.touched = true;
  }

  /** Rows that were not taken yet are changed in place, so all patches are about rows that were. */
  take(most = Infinity): Changes | null {
    if (!this.touched && !this.hasMore && this.patches.size === 0) return null;
    const { reset, kept } = this;
    const appended = this.appended.slice(0, most);
    const patches = [...this.patches.values()];
    this.reset = false;
    this.touched = false;
    this.appended = this.appended.slice(appended.length);
    this.patches = new Map();
    return { reset, kept, first: Math.max(kept, this.hidden), appended, patches };
  }

  get hasMore(): boolean {
    return this.appended.length > 0;
  }
}
