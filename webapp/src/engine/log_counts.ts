import type { Counts } from "./view";

const nothing: Counts = {
  frames: 0,
  calls: 0,
  waiting: 0,
  held: 0,
  malformed: 0,
  late: 0,
  unanswered: 0,
  errors: 0,
  dropped: 0,
};

/** Counts of a log; what clearing hid does not count, except what still waits. */
export class LogCounts {
  readonly all: Counts = { ...nothing };
  private hidden: Counts = nothing;

  add(change: Partial<Counts>): void {
    let key: keyof Counts;
    for (key in change) this.all[key] += change[key] ?? 0;
  }

  hide(): void {
    this.hidden = { ...this.all, waiting: 0, held: 0 };
  }

  unhide(): void {
    this.hidden = nothing;
  }

  get shown(): Counts {
    const shown = { ...nothing };
    let key: keyof Counts;
    for (key in shown) shown[key] = Math.max(0, this.all[key] - this.hidden[key]);
    return shown;
  }
}
