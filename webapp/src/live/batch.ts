import type { Clock } from "./clock";
import type { Update } from "./contract";

const spacingMs = 100;
/** Until the next part of what was too much for one update. */
const partMs = 30;

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

  /** Called while an update is read: not all of the charger's rows are in it. */
  more(identity: string): void {
    this.dirty.add(identity);
    this.schedule(partMs);
  }

  private schedule(spacing = spacingMs): void {
    if (this.scheduled) return;
    this.scheduled = true;
    // Never within the call that changed something: answers leave first.
    this.clock.after(Math.max(0, this.lastAt + spacing - this.clock.now()), () => this.flush());
  }

  private flush(): void {
    this.scheduled = false;
    this.lastAt = this.clock.now();
    const update: Update = {};
    for (const read of this.parts.values()) Object.assign(update, read());
    const dirty = new Set(this.dirty);
    const whole = new Set([...dirty].filter((identity) => this.isDue(identity)));
    for (const identity of whole) this.dirty.delete(identity);
    if (dirty.size > 0) Object.assign(update, this.chargers(dirty, whole));
    this.parts.clear();
    for (const identity of whole) this.drawnAt.set(identity, this.lastAt);
    if (this.dirty.size > 0) this.schedule();
    if (Object.keys(update).length > 0) this.post(update);
  }

  private isDue(identity: string): boolean {
    return this.lastAt - (this.drawnAt.get(identity) ?? -Infinity) >= this.leisure(identity);
  }
}
