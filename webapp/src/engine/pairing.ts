import type { Frame } from "./frame";

/** A call that crossed the socket, and what became of it. */
export interface OpenCall {
  row: number;
  epoch: string;
  seq: number;
  at: number;
  from: "cp" | "cs";
  uniqueId: string;
  frame: Extract<Frame, { kind: "call" }>;
  /** After the time-out; an answer now is late. */
  overdue: boolean;
  /** Waits for a person. */
  held: boolean;
  /** How long its sender waits for the answer; null: as the settings say. */
  patienceMs: number | null;
}

export type Match = { kind: "first"; call: OpenCall } | { kind: "again"; call: OpenCall } | { kind: "unknown" };

const remembered = 2000;

/**
 * Calls and their answers within one connection, by unique id and direction. Nothing else pairs: not time, not order.
 * An id used twice pairs in the order of the calls.
 */
export class Pairing {
  /** Unanswered ones in the order they came, for each key. */
  private readonly waiting = new Map<string, OpenCall[]>();
  /** The last answered ones, to know a second answer from one to nobody. */
  private readonly answered = new Map<string, OpenCall>();

  /** True when this unique id already stands for an unanswered call. */
  call(call: OpenCall): boolean {
    const key = keyOf(call.from, call.uniqueId);
    const before = this.waiting.get(key);
    if (before === undefined) forgetOldest(this.waiting.set(key, [call]));
    else before.push(call);
    return before !== undefined || this.answered.has(key);
  }

  /** An answer from one side belongs to a call of the other. */
  answer(from: "cp" | "cs", uniqueId: string): Match {
    const key = keyOf(from === "cp" ? "cs" : "cp", uniqueId);
    const calls = this.waiting.get(key);
    const call = calls?.shift();
    if (calls?.length === 0) this.waiting.delete(key);
    if (call === undefined) return this.second(key);
    this.remember(key, call);
    return { kind: "first", call };
  }

  /** A CALLRESULTERROR comes from the side that called. */
  answeredCall(from: "cp" | "cs", uniqueId: string): OpenCall | undefined {
    return this.answered.get(keyOf(from, uniqueId));
  }

  unanswered(): OpenCall[] {
    return [...this.waiting.values()].flat();
  }

  private second(key: string): Match {
    const call = this.answered.get(key);
    return call === undefined ? { kind: "unknown" } : { kind: "again", call };
  }

  private remember(key: string, call: OpenCall): void {
    this.answered.delete(key);
    forgetOldest(this.answered.set(key, call));
  }
}

function forgetOldest(calls: Map<string, unknown>): void {
  if (calls.size <= remembered) return;
  const [oldest] = calls.keys();
  if (oldest !== undefined) calls.delete(oldest);
}

function keyOf(from: "cp" | "cs", uniqueId: string): string {
  return `${from} ${uniqueId}`;
}
