import type { FrameEnvelope } from "./envelope";
import { callText, type Frame, parseFrame } from "./frame";
import type { Json } from "./json";
import { summarise } from "./summary/summary";
import { patienceOf } from "./command_mark";
import type { Command, HoldBack } from "./view";

/** A command as it was typed: an action with its payload, or text that goes out byte for byte. */
export type Draft =
  /** `spelled`: the payload as it was typed, without the space between. */
  { kind: "call"; action: string; payload: Json; spelled?: string } | { kind: "raw"; text: string };

/** How a command is sent: it may break the rules, and wait longer or shorter for its answer than the settings say. */
export interface Manner {
  anyway: boolean;
  timeoutMs: number | null;
}

/** A command of this tab that has not crossed the charger's socket. */
export interface Queued {
  ref: string;
  text: string;
  action: string | null;
  summary: string;
  /** Null when the text is no call, and nothing will answer it. */
  uniqueId: string | null;
  at: number;
  /** Break the rules on purpose. */
  anyway: boolean;
  /** Null, or absent where an older page kept it: as the settings say. */
  timeoutMs?: number | null;
  refused: { reason: string } | null;
  sent: boolean;
}

/** Our calls: one outstanding at a time, the others wait their turn. */
export class Outbox {
  private queue: Queued[] = [];
  /** Calls to the charger that are neither answered nor given up, by unique id. */
  private readonly outstanding = new Map<string, { since: number; patience: number | null }>();

  constructor(public timeoutMs: number) {}

  get memory(): Queued[] {
    return this.queue.filter(({ sent, refused }) => !sent && refused === null);
  }

  restore(queue: Queued[]): void {
    this.queue = [...queue, ...this.queue];
  }

  add(ref: string, draft: Draft, { anyway, timeoutMs }: Manner, now: number): void {
    const text = draft.kind === "raw" ? draft.text : callText(ref, draft.action, draft.payload, draft.spelled);
    const frame = parseFrame(text);
    this.queue.push({
      ref,
      text,
      action: frame.kind === "call" || frame.kind === "send" ? frame.action : null,
      summary: summarise(frame, null),
      uniqueId: frame.kind === "call" ? frame.id.shown : null,
      at: now,
      anyway,
      timeoutMs,
      refused: null,
      sent: false,
    });
  }

  hurry(ref: string): void {
    const queued = this.find(ref);
    if (queued) queued.anyway = true;
  }

  /** Whether it has not left yet. */
  waits(ref: string): boolean {
    const queued = this.find(ref);
    return queued !== undefined && !queued.sent && queued.refused === null;
  }

  cancel(ref: string): void {
    this.queue = this.queue.filter((queued) => queued.ref !== ref || (queued.sent && queued.refused === null));
  }

  /** What may go out now; it counts as sent. `booted`: the charger may be asked things. */
  due(booted: boolean, now: number): Queued[] {
    const going: Queued[] = [];
    for (const queued of this.queue) {
      if (queued.sent || queued.refused !== null) continue;
      const free = queued.uniqueId === null || (booted && this.outstanding.size === 0);
      if (!queued.anyway && !free) continue;
      queued.sent = true;
      if (queued.uniqueId !== null) this.outstanding.set(queued.uniqueId, waitsFrom(now, queued.timeoutMs));
      going.push(queued);
    }
    return going;
  }

  see({ from, at, ref, by }: FrameEnvelope, frame: Frame): void {
    if (from === "cs" && ref !== undefined) this.queue = this.queue.filter((queued) => queued.ref !== ref);
    if (from === "cs" && frame.kind === "call") this.outstanding.set(frame.id.shown, waitsFrom(at, patienceOf(by)));
    if (from === "cp" && (frame.kind === "result" || frame.kind === "error")) this.outstanding.delete(frame.id.shown);
  }

  /** A call without an answer no longer holds up the next one. */
  tick(now: number): void {
    for (const [uniqueId, { since, patience }] of this.outstanding)
      if (now - since >= (patience ?? this.timeoutMs)) this.outstanding.delete(uniqueId);
  }

  newConnection(): void {
    this.outstanding.clear();
  }

  refused(ref: string, reason: string): void {
    const queued = this.find(ref);
    if (queued === undefined) return;
    if (queued.uniqueId !== null) this.outstanding.delete(queued.uniqueId);
    queued.refused = { reason };
    this.forgetOldRefusals();
  }

  /** How many calls go before a new one. */
  get ahead(): number {
    const waiting = this.queue.filter(({ sent, refused, uniqueId }) => !sent && refused === null && uniqueId !== null);
    return this.outstanding.size + waiting.length;
  }

  view(why: HoldBack | null, words: (reason: string) => string): Command[] {
    let ahead = this.outstanding.size;
    return this.queue.map((queued) => {
      const { ref: id, action, summary, text, at } = queued;
      const command = { id, action, summary, text, at, row: null, mine: true };
      if (queued.refused !== null)
        return { ...command, state: { kind: "refused", ...queued.refused, words: words(queued.refused.reason) } };
      if (queued.sent) return { ...command, state: { kind: "sending" } };
      ahead += 1;
      return { ...command, state: { kind: "queued", ahead: ahead - 1, why: why?.kind ?? "turn" } };
    });
  }

  private find(ref: string): Queued | undefined {
    return this.queue.find((queued) => queued.ref === ref);
  }

  private forgetOldRefusals(): void {
    const refusals = this.queue.filter(({ refused }) => refused !== null);
    const old = new Set(refusals.slice(0, -20));
    this.queue = this.queue.filter((queued) => !old.has(queued));
  }
}

function waitsFrom(since: number, patience: number | null = null): { since: number; patience: number | null } {
  return { since, patience };
}
