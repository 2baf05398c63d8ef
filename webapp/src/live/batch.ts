import type { Clock } from "./clock";
import type { Update } from "./contract";

const spacingMs = 100;

/**
 * Gathers what changed and posts it at most ten times a second; the first change after a pause leaves at once. What is known
 * of a charger besides its rows may leave more seldom: much of the page is drawn from it.
 */
export class Batch {
  private readonly dirty = new Set<string>();
  private readonly drawnAt = new Map<string, number>();
  private readonly parts = new Map<keyof Update, () => Partial<Update>>();
  private lastAt = -Infinity;
  private scheduled = false;

  constructor(
    private readonly clock: Clock,
    private readonly post: (update: Update) => void,
    private readonly chargers: (dirty: ReadonlySet<string>, whole: ReadonlySet<string>) => Partial<Update>,
    /** Milliseconds between two readings of a whole charger, at least. */
    private readonly leisure: (identity: string) => number,
  ) {}

  /** A part of the page has changed; it is read when the batch leaves. */
  change(part: keyof Update, read: () => Partial<Update>): void {
    this.parts.set(part, read);
    this.schedule();
  }

  charger(identity: string): void {
    this.dirty.add(identity);
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    // Never within the call that changed something: answers leave first.
    this.clock.after(Math.max(0, this.lastAt + spacingMs - this.clock.now()), () => this.flush());
  }

  private flush(): void {
    this.scheduled = false;
    this.lastAt = this.clock.now();
    const update: Update = {};
    for (const read of this.parts.values()) Object.assign(update, read());
    const whole = new Set([...this.dirty].filter((identity) => this.isDue(identity)));
    if (this.dirty.size > 0) Object.assign(update, this.chargers(this.dirty, whole));
    this.parts.clear();
    for (const identity of whole) {
      this.drawnAt.set(identity, this.lastAt);
      this.dirty.delete(identity);
    }
    if (this.dirty.size > 0) this.schedule();
    if (Object.keys(update).length > 0) this.post(update);
  }

  private isDue(identity: string): boolean {
    return this.lastAt - (this.drawnAt.get(identity) ?? -Infinity) >= this.leisure(identity);
  }
}
