import { closedWords } from "./close_code";
import type { LobbyEnvelope } from "./envelope";
import { never } from "./never";

type Present = Extract<LobbyEnvelope, { type: "present" }>;
type KnockEnvelope = Extract<LobbyEnvelope, { type: "knock" }>;

export interface LobbyEntry extends Present {
  framesPerMinute: number | null;
  left: { at: number; words: string } | null;
}

export interface FoldedKnock extends Omit<KnockEnvelope, "type"> {
  id: string;
  since: number;
  times: number;
}

const leftShownMs = 60_000;
const mostKnocks = 50;

/** Who is connected and who was turned away. */
export class LobbyTable {
  private readonly entries = new Map<string, LobbyEntry>();
  private knocks: FoldedKnock[] = [];
  private readonly paces = new Map<string, { seq: number; at: number }>();

  get chargers(): LobbyEntry[] {
    return [...this.entries.values()];
  }

  /** The newest first. */
  get turnedAway(): readonly FoldedKnock[] {
    return this.knocks;
  }

  hear(envelope: LobbyEnvelope, now: number): void {
    switch (envelope.type) {
      case "present":
        return this.present(envelope, now);
      case "gone":
        return this.gone(envelope);
      case "knock":
        return this.knock(envelope);
      default:
        return never(envelope);
    }
  }

  /** The socket ended: who is there is told anew. */
  forget(): void {
    this.entries.clear();
    this.knocks = [];
  }

  tick(now: number): boolean {
    const gone = this.chargers.filter(({ left }) => left !== null && now - left.at >= leftShownMs);
    for (const { identity } of gone) this.entries.delete(identity);
    return gone.length > 0;
  }

  private present(envelope: Present, now: number): void {
    const before = this.entries.get(envelope.identity);
    const framesPerMinute = before === undefined ? null : this.pace(before, envelope, now);
    this.paces.set(envelope.identity, this.paces.get(envelope.identity) ?? { seq: envelope.seq, at: now });
    this.entries.set(envelope.identity, { ...envelope, framesPerMinute, left: null });
  }

  /** From the numbers of two tellings at least five seconds apart. */
  private pace(before: LobbyEntry, { identity, epoch, seq }: Present, now: number): number | null {
    const from = this.paces.get(identity);
    if (before.epoch !== epoch || from === undefined) {
      this.paces.set(identity, { seq, at: now });
      return null;
    }
    if (now - from.at < 5000) return before.framesPerMinute;
    this.paces.set(identity, { seq, at: now });
    return Math.round(((seq - from.seq) * 60_000) / (now - from.at));
  }

  private gone({ identity, epoch, at, code, reason }: Extract<LobbyEnvelope, { type: "gone" }>): void {
    const entry = this.entries.get(identity);
    // The one that was pushed out tells its end after the new one came.
    if (entry?.epoch !== epoch) return;
    const by = code === 1006 ? "lost" : "charge-point";
    this.entries.set(identity, { ...entry, left: { at, words: closedWords({ by, code, reason }) } });
  }

  private knock({ at, remote, path, offered, reason, advice }: KnockEnvelope): void {
    const knock = { at, remote, path, offered, reason, advice };
    const key = [remote, path, reason].join("\n");
    const before = this.knocks.find(({ id }) => id === key);
    if (before && before.at >= knock.at) return;
    const folded = { ...knock, id: key, since: before?.since ?? knock.at, times: (before?.times ?? 0) + 1 };
    this.knocks = [folded, ...this.knocks.filter(({ id }) => id !== key)]
      .sort((a, b) => b.at - a.at)
      .slice(0, mostKnocks);
  }
}
