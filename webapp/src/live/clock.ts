/** Time and timers, so that tests need not wait. */
export interface Clock {
  now(): number;
  /** Calls back once; the returned function calls it off. */
  after(ms: number, then: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};
