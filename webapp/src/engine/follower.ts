import { closedWords } from "./close_code";
import type { Closed, Envelope, FrameEnvelope, Opened } from "./envelope";
import { plural, withUnit } from "./summary/figures";
import type { LifeEvent } from "./view";

export interface Position {
  epoch: string;
  seq: number;
}

/** A line for the log about the connection. The first sentence stands in bold. */
export interface LifeLine {
  event: LifeEvent;
  tone: "plain" | "warn";
  at: number;
  words: string;
}

/** What an envelope brought: whether it is new, and the lines that stand before and after it. */
export interface News {
  fresh: boolean;
  before: LifeLine[];
  after: LifeLine[];
}

/**
 * The last link of the chain that loses nothing: trusts numbers only. What was shown is skipped, what is missing is said
 * aloud, and after each absence of this browser or of Redis one line tells how it ended.
 */
export class Follower {
  position: Position | null = null;
  /** The live connection; null when the charger is not there. */
  connection: Opened | null = null;
  /** The last connection that was told, also after it ended. */
  newest: Opened | null = null;
  catchingUp = true;
  busLostAt: number | null = null;
  /** The connection a replay is about: its `opened` was told since the socket opened. */
  private told: string | null = null;
  private trouble: { since: number; kind: "away" | "slow" | "bus" } | null = null;
  private fetched: { count: number; first: number; last: number } | null = null;
  private gone = 0;
  private unknown = false;
  private readonly superseded: number[] = [];
  private takenOver = false;
  /** The connection whose end was shown. */
  private shownClosed: string | null = null;

  constructor(private readonly keepFrames: () => number | undefined) {}

  /** Goes on where an earlier life of this page stopped. */
  restore(position: Position | null, newest: Opened | null, closed: boolean): void {
    this.position = position;
    this.newest = newest;
    this.shownClosed = closed && position !== null ? position.epoch : null;
  }

  /** This browser's socket ended. */
  lost(now: number, tooSlow: boolean): void {
    this.trouble ??= { since: now, kind: tooSlow ? "slow" : "away" };
    this.busLostAt = null;
    this.begin();
  }

  /** True when two charge points push each other out: three times in a minute. */
  contested(now: number): boolean {
    return this.superseded.filter((at) => at > now - 60_000).length >= 3;
  }

  receive(envelope: Envelope, now: number): News {
    switch (envelope.type) {
      case "opened":
        return this.opened(envelope);
      case "frame":
        return this.frame(envelope);
      case "closed":
        return this.closed(envelope);
      case "replayed":
        return this.replayed(envelope, now);
      case "absent":
        this.connection = null;
        return { ...old, after: this.caughtUp(now) };
      case "bus":
        return this.bus(envelope.state, now);
      default:
        return old;
    }
  }

  private begin(): void {
    this.catchingUp = true;
    this.told = null;
    this.fetched = null;
    this.gone = 0;
    this.unknown = false;
  }

  private opened(envelope: Opened): News {
    this.connection = envelope;
    this.newest = envelope;
    this.told = envelope.epoch;
    if (this.position?.epoch === envelope.epoch) return old;
    this.position = { epoch: envelope.epoch, seq: 0 };
    return { ...fresh, before: [this.welcome(envelope)] };
  }

  private welcome({ at, remote, version }: Opened): LifeLine {
    const takenOver = this.takenOver;
    this.takenOver = false;
    return takenOver
      ? { event: "superseded", tone: "plain", at, words: `A new connection took this identity over (from ${remote}).` }
      : { event: "opened", tone: "plain", at, words: `The charger connected. From ${remote}, ${version}.` };
  }

  private frame({ epoch, seq, at }: FrameEnvelope): News {
    if (this.position?.epoch === epoch && seq <= this.position.seq) return old;
    const gap = this.gapBefore(epoch, seq, at);
    this.position = { epoch, seq };
    this.fetched = { count: (this.fetched?.count ?? 0) + 1, first: this.fetched?.first ?? seq, last: seq };
    return { ...fresh, before: gap };
  }

  private closed(envelope: Closed): News {
    if (this.connection?.epoch === envelope.epoch) this.connection = null;
    // Told again by a replay: it was shown when it happened.
    if (this.position?.epoch !== envelope.epoch || this.shownClosed === envelope.epoch) return old;
    this.shownClosed = envelope.epoch;
    const before = this.gapBefore(envelope.epoch, envelope.seq + 1, envelope.at);
    this.position = { epoch: envelope.epoch, seq: Math.max(this.position.seq, envelope.seq) };
    if (envelope.by !== "superseded") return { ...fresh, before: [...before, goodbye(envelope)] };
    this.takenOver = true;
    this.superseded.push(envelope.at);
    return { ...fresh, before };
  }

  private replayed({ epoch, first, complete }: Extract<Envelope, { type: "replayed" }>, now: number): News {
    if (this.told !== epoch) {
      // The connection we had is no longer held; what follows is about the next one.
      return complete || first !== null ? old : { ...old, before: [this.lostTail(now)] };
    }
    return this.connection === null ? old : { ...old, after: this.caughtUp(now) };
  }

  private bus(state: "lost" | "back", now: number): News {
    if (state === "lost") {
      this.busLostAt ??= now;
      this.trouble ??= { since: now, kind: "bus" };
    } else {
      this.busLostAt = null;
      this.begin();
      if (this.connection === null) return { ...old, after: this.caughtUp(now) };
      this.told = this.connection.epoch;
    }
    return old;
  }

  private gapBefore(epoch: string, seq: number, at: number): LifeLine[] {
    const expected = this.position?.epoch === epoch ? this.position.seq + 1 : 1;
    if (seq <= expected) return [];
    this.gone += seq - expected;
    const words = seq - 1 === expected ? `Frame ${expected} is gone.` : `Frames ${expected} to ${seq - 1} are gone.`;
    return [{ event: "gap", tone: "warn", at, words: `${words} ${this.keeps()}` }];
  }

  private lostTail(at: number): LifeLine {
    this.unknown = true;
    const words = `What came after frame ${this.position?.seq ?? 0} of this connection is not known.`;
    return {
      event: "gap",
      tone: "warn",
      at,
      words: `${words} The relay keeps an ended connection for a short while only.`,
    };
  }

  private caughtUp(now: number): LifeLine[] {
    const { trouble, fetched } = this;
    const missing = this.gone > 0 || this.unknown;
    const words = trouble && this.outcome(trouble.kind, fetched);
    const { told } = this;
    this.begin();
    this.told = told;
    this.catchingUp = false;
    this.trouble = null;
    if (trouble === null) return [];
    const line = {
      event: trouble.kind === "bus" ? "bus" : "away",
      at: now,
      tone: missing ? "warn" : "plain",
    } as const;
    return [{ ...line, words: `${troubleWords(trouble, now)} ${words}` }];
  }

  private outcome(kind: "away" | "slow" | "bus", fetched: Follower["fetched"]): string {
    const { gone } = this;
    if (gone > 0) return `At least ${plural(gone, "frame")} ${gone === 1 ? "is" : "are"} gone: ${lower(this.keeps())}`;
    if (this.unknown) return "What the charger said at the end of its last connection is not known.";
    if (kind === "slow" || fetched === null) return "Nothing is missing.";
    if (kind === "away")
      return `${plural(fetched.count, "frame")} ${fetched.count === 1 ? "was" : "were"} fetched; nothing is missing.`;
    if (fetched.first >= fetched.last) return `Nothing is missing: frame ${fetched.last} was fetched afterwards.`;
    return `Nothing is missing: frames ${fetched.first} to ${fetched.last} were fetched afterwards.`;
  }

  private keeps(): string {
    const count = this.keepFrames();
    return count === undefined ? "The relay keeps only the last ones." : `The relay keeps the last ${count}.`;
  }
}

const fresh: News = { fresh: true, before: [], after: [] };
const old: News = { fresh: false, before: [], after: [] };

function goodbye(envelope: Closed): LifeLine {
  return {
    event: "closed",
    tone: envelope.by === "lost" ? "warn" : "plain",
    at: envelope.at,
    words: closedWords(envelope),
  };
}

function troubleWords({ since, kind }: { since: number; kind: "away" | "slow" | "bus" }, now: number): string {
  const span = duration(now - since);
  if (kind === "slow") return "This browser was too slow and started again.";
  return kind === "bus" ? `The relay lost Redis for ${span}.` : `This browser was away for ${span}.`;
}

/** "1.4 s", "42 s", "3 min", "2 h 14 min" */
export function duration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return withUnit(String(Number(seconds.toFixed(1))), "s");
  if (seconds < 60) return withUnit(String(Math.round(seconds)), "s");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return withUnit(String(minutes), "min");
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${withUnit(String(hours), "h")} ${withUnit(String(minutes % 60), "min")}`;
  return `${withUnit(String(Math.floor(hours / 24)), "d")} ${withUnit(String(hours % 24), "h")}`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
