import type { Draft } from "./outbox";
import type { Repeat, RepeatEnd } from "./view";

/** A command to be sent `times` times, one every `everyMs`. */
export interface Repetition {
  times: number;
  everyMs: number;
}

interface Running {
  repeat: Repeat;
  draft: Draft;
  anyway: boolean;
  timeoutMs: number | null;
  nextAt: number;
  /** The last one that was handed on. */
  ref: string | null;
}

const mostEnded = 5;
const shortestMs = 100;

/** Commands that are sent again and again. Each sending is counted before it leaves, so none is one too many. */
export class Repeats {
  private running: Running[] = [];
  private ended: Repeat[] = [];

  get view(): Repeat[] {
    return [...this.running.map(({ repeat }) => repeat), ...this.ended];
  }

  begin(id: string, what: Omit<Running, "repeat" | "nextAt" | "ref">, wish: Repetition, now: number): void {
    const { draft } = what;
    const times = Math.max(1, Math.floor(wish.times));
    const everyMs = Math.max(shortestMs, wish.everyMs);
    const action = draft.kind === "call" ? draft.action : null;
    this.running.push({ ...what, repeat: { id, action, times, everyMs, sent: 0, end: null }, nextAt: now, ref: null });
  }

  /** What is to be sent now. One whose last sending has not left yet waits for it: nothing piles up. */
  due(now: number, waits: (ref: string) => boolean): Running[] {
    const due = this.running.filter(({ nextAt, ref }) => nextAt <= now && (ref === null || !waits(ref)));
    for (const one of due) {
      const { everyMs, times, sent } = one.repeat;
      one.repeat = { ...one.repeat, sent: sent + 1 };
      one.nextAt = one.nextAt + everyMs > now ? one.nextAt + everyMs : now + everyMs;
      if (sent + 1 >= times) this.finish(one, "done");
    }
    return due;
  }

  nextDue(waits: (ref: string) => boolean): number {
    const free = this.running.filter(({ ref }) => ref === null || !waits(ref));
    return Math.min(Infinity, ...free.map(({ nextAt }) => nextAt));
  }

  /** Which of them sent this. */
  of(ref: string): string | undefined {
    return this.running.find((one) => one.ref === ref)?.repeat.id;
  }

  /** Ends one; tells its last sending, which may still wait. One that has ended is forgotten. */
  stop(id: string, end: RepeatEnd): string | null {
    const one = this.running.find(({ repeat }) => repeat.id === id);
    if (one === undefined) this.ended = this.ended.filter((repeat) => repeat.id !== id);
    else this.finish(one, end);
    return one?.ref ?? null;
  }

  stopAll(end: RepeatEnd): void {
    for (const one of this.running) this.finish(one, end);
  }

  private finish(one: Running, end: RepeatEnd): void {
    this.running = this.running.filter((other) => other !== one);
    this.ended = [{ ...one.repeat, end }, ...this.ended].slice(0, mostEnded);
  }
}
