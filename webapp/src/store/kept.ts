import type { Closed, FrameEnvelope, Opened, RoleEnvelope } from "../engine/envelope";
import type { LifeLine } from "../engine/follower";
import type { LifeEvent } from "../engine/view";
import type { CallMemory } from "../engine/answering";
import type { Queued } from "../engine/outbox";

/** What a charger's log is made of, as it came: everything drawn is derived from it anew. */
export type Entry = Opened | FrameEnvelope | Closed | RoleEnvelope | ({ type: "life" } & LifeLine);

/**
 * Identity, begin of the connection, epoch, seq, place among equals, time. In this order the log reads from first to last,
 * and two tabs that keep the same frame keep it once.
 */
export type Key = [string, number, string, number, number, number];

export interface Kept {
  key: Key;
  entry: Entry;
}

/** Where an entry stands; `opened` is its connection's, `seq` the last frame before it. */
export function keyOf(identity: string, opened: Pick<Opened, "epoch" | "at">, seq: number, entry: Entry): Key {
  const place = (number: number, order: number, at = 0): Key => [identity, opened.at, opened.epoch, number, order, at];
  switch (entry.type) {
    case "opened":
      return place(0, 0);
    case "frame":
      return place(entry.seq, 1);
    case "life":
      // A gap that two tabs saw is one gap.
      return place(seq, lifeOrder[entry.event], entry.event === "gap" ? 0 : entry.at);
    case "role":
      return place(seq, 3, entry.at);
    case "closed":
      return place(entry.seq, 5);
  }
}

/** Two lines of one moment must not share a place. */
const lifeOrder: Record<LifeEvent, number> = { opened: 2, superseded: 2, gap: 2, role: 4, closed: 4, away: 6, bus: 7 };

/** What this browser remembers of a charger besides its frames. */
export interface KeptCharger {
  identity: string;
  vendor: string | null;
  model: string | null;
  seenAt: number;
  /** The last tab that had it open; another tab's role and queue are none of ours. */
  tab: { client: string; wants: boolean; heldAt: number | null; queue: Queued[]; at: number } | null;
  /** The log was cleared up to here; also how far it had got, should nothing else be left. */
  cleared: Key | null;
}

/** Which rules answer a charger, and what its calls have come to. */
export interface KeptAnswers {
  identity: string;
  profile: string | null;
  calls: CallMemory;
}

export function isBefore(a: Key, b: Key): boolean {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other !== undefined && part !== other) return part < other;
  }
  return false;
}
