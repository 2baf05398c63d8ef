import type { Expectation } from "../responder/rule";

export interface Verdict extends Expectation {
  seen: number;
  /** Null while it may still go either way. */
  met: boolean | null;
}

const mostKeys = 2000;

/** Counts what a run waits for: calls of an action, within so many seconds of its start. */
export class Expectations {
  private readonly counts: { expected: Expectation; seen: number }[];
  private readonly keys = new Set<string>();

  constructor(
    expected: readonly Expectation[],
    private readonly start: number,
  ) {
    this.counts = expected.map((one) => ({ expected: one, seen: 0 }));
  }

  /** The same call, by its key, counts once. */
  saw(action: string, key: string, now: number): void {
    if (this.keys.has(key)) return;
    this.keys.add(key);
    const [oldest] = this.keys;
    if (this.keys.size > mostKeys && oldest !== undefined) this.keys.delete(oldest);
    for (const count of this.counts)
      if (count.expected.action === action && now - this.start <= count.expected.withinSeconds * 1000) count.seen += 1;
  }

  verdicts(now: number): Verdict[] {
    return this.counts.map(({ expected, seen }) => {
      const over = now - this.start > expected.withinSeconds * 1000;
      return { ...expected, seen, met: seen >= expected.times ? true : over ? false : null };
    });
  }
}
