import type { CentralSystem } from "../engine/central_system";
import type { RoleEnvelope } from "../engine/envelope";
import type { Follower } from "../engine/follower";
import type { Queued } from "../engine/outbox";
import type { Facts } from "../engine/view";
import { type Entry, type Kept, type KeptCharger, type Key, keyOf } from "../store/kept";
import type { Keeper } from "../store/keeper";

/** What this browser keeps of one charger: its log, and what must survive a refresh besides. */
export class ChargerRecord {
  /** The log was cleared up to here. */
  cleared: Key | null = null;
  /** What this very tab left behind when the page was refreshed. */
  tab: { wants: boolean; heldAt: number | null; queue: Queued[]; at: number } | null = null;
  private before: Key | null = null;
  private last: Key | null = null;
  private written = "";
  private nameplate: { vendor: string | null; model: string | null } = { vendor: null, model: null };
  private holder: string | null = null;

  constructor(
    private readonly identity: string,
    private readonly keeper: Keeper,
    private readonly client: string,
    private readonly learned: (charger: KeptCharger) => void,
  ) {}

  async read(): Promise<void> {
    const kept = await this.keeper.charger(this.identity);
    if (kept === undefined) return;
    this.cleared = kept.cleared;
    this.nameplate = { vendor: kept.vendor, model: kept.model };
    this.tab = kept.tab?.client === this.client ? kept.tab : null;
    if (kept.cleared) void this.keeper.forget(this.identity, kept.cleared);
  }

  /** Lets the follower go on behind the newest kept entry. */
  restore(follower: Follower, tail: readonly Kept[]): void {
    const last = tail.at(-1)?.key ?? this.cleared;
    if (last === null) return;
    this.last = last;
    const epoch = last[2];
    const entries = tail.filter(({ key }) => key[2] === epoch).map(({ entry }) => entry);
    const opened = entries.find((entry) => entry.type === "opened") ?? null;
    follower.restore({ epoch, seq: last[3] }, opened, entries.some(isEnd));
    this.holder = tail.map(({ entry }) => entry).findLast(isRole)?.holder ?? null;
  }

  keep(entry: Entry, follower: Follower): void {
    const { newest, position } = follower;
    // What was said before any connection was told has no place to come back to.
    if (newest === null || position === null || !this.isNews(entry)) return;
    const key = keyOf(this.identity, newest, position.seq, entry);
    this.last = key;
    this.keeper.keep({ key, entry });
  }

  /** Writes what changed about the charger and this tab's part in it. */
  remember(central: CentralSystem, facts: Facts, now: number): void {
    const { vendor, model } = facts;
    if (vendor !== null || model !== null) this.nameplate = { vendor, model };
    if (this.last === null && central.outbox.memory.length === 0) return;
    const tab = { client: this.client, ...central.role.memory, queue: central.outbox.memory, at: now };
    const charger: KeptCharger = {
      identity: this.identity,
      ...this.nameplate,
      seenAt: now,
      tab,
      cleared: this.cleared,
    };
    // Only the clock went on: every five seconds is enough.
    const written = JSON.stringify({
      ...charger,
      seenAt: Math.floor(now / 5000),
      tab: { ...tab, at: 0, heldAt: tab.heldAt !== null },
    });
    if (written === this.written) return;
    this.written = written;
    void this.keeper.rememberCharger(charger);
    this.learned(charger);
  }

  clear(): void {
    this.before = this.cleared;
    this.cleared = this.last;
    this.written = "";
  }

  unclear(): void {
    this.cleared = this.before;
    this.written = "";
  }

  forgetCleared(): void {
    if (this.cleared)
      void this.keeper.flush().then(() => this.cleared && this.keeper.forget(this.identity, this.cleared));
  }

  /** The relay tells who answers at each attach; only a change belongs in the log. */
  private isNews(entry: Entry): boolean {
    if (entry.type !== "role") return true;
    if (entry.holder === null || entry.holder === this.holder) return false;
    this.holder = entry.holder;
    return true;
  }
}

function isEnd(entry: Entry): boolean {
  return entry.type === "closed";
}

function isRole(entry: Entry): entry is RoleEnvelope {
  return entry.type === "role";
}
