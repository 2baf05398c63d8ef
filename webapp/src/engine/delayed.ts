import type { Outgoing } from "./envelope";

/** What goes out later, unless the connection ends or the role goes before. */
export class Delayed {
  private waiting: { dueAt: number; outgoing: Outgoing }[] = [];

  add(dueAt: number, outgoing: readonly Outgoing[]): void {
    this.waiting.push(...outgoing.map((one) => ({ dueAt, outgoing: one })));
  }

  /** In the order in which they are due; those of one moment as they were added. */
  due(now: number): Outgoing[] {
    const due = this.waiting.filter(({ dueAt }) => dueAt <= now);
    this.waiting = this.waiting.filter(({ dueAt }) => dueAt > now);
    return due.sort((one, other) => one.dueAt - other.dueAt).map(({ outgoing }) => outgoing);
  }

  clear(): void {
    this.waiting = [];
  }

  get nextDue(): number {
    return Math.min(Infinity, ...this.waiting.map(({ dueAt }) => dueAt));
  }
}
