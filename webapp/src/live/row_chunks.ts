import type { LogChange, Patch, Row } from "./contract";

const size = 1024;
/** Changed rows that are told by number; who fell further behind looks at all of them. */
const mostTold = 8192;

/** Rows by number in chunks: appending, dropping the oldest and patching one cost the same at 200,000 rows as at ten. */
export class RowChunks {
  first = 0;
  end = 0;
  /** Another number after a reset: other rows may stand under the same numbers then. */
  generation = 0;
  /** How many changes of rows there were. */
  changes = 0;
  private changed: number[] = [];
  private kept = 0;
  private chunks = new Map<number, Row[]>();

  at(id: number): Row | undefined {
    if (id < this.first || id >= this.end) return undefined;
    return this.chunks.get(Math.floor(id / size))?.[id % size];
  }

  /** The rows that changed after so many changes; null when that is too long ago. */
  changedSince(changes: number): readonly number[] | null {
    const missed = this.changes - changes;
    return missed > this.changed.length ? null : this.changed.slice(this.changed.length - missed);
  }

  apply(change: LogChange): void {
    if (change.reset) this.clear();
    for (const row of change.appended) this.append(row);
    for (const patch of change.patches) this.patch(patch);
    this.dropBefore(Math.min(change.kept, change.first));
    this.first = Math.min(Math.max(this.kept, change.first), this.end);
  }

  private clear(): void {
    this.chunks = new Map();
    this.generation += 1;
    this.kept = this.first = this.end = 0;
  }

  private append(row: Row): void {
    if (this.chunks.size === 0) this.kept = row.id;
    const index = Math.floor(row.id / size);
    let chunk = this.chunks.get(index);
    if (chunk === undefined) {
      chunk = [];
      this.chunks.set(index, chunk);
    }
    chunk[row.id % size] = row;
    this.end = row.id + 1;
  }

  private patch({ id, ...change }: Patch): void {
    const row = this.chunks.get(Math.floor(id / size))?.[id % size];
    if (row?.kind !== "frame") return;
    const chunk = this.chunks.get(Math.floor(id / size));
    // A new object, so that a drawn row notices.
    if (chunk) chunk[id % size] = { ...row, ...change };
    this.changes += 1;
    this.changed.push(id);
    if (this.changed.length > 2 * mostTold) this.changed = this.changed.slice(-mostTold);
  }

  private dropBefore(kept: number): void {
    for (let index = Math.floor(this.kept / size); (index + 1) * size <= kept; index += 1) this.chunks.delete(index);
    this.kept = Math.max(this.kept, kept);
  }
}
