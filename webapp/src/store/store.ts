import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Mark, NamedProfile, Settings } from "../live/contract";
import type { Standing } from "../responder/rules_in_use";
import type { Kept, KeptAnswers, KeptCharger, Key } from "./kept";

interface Schema extends DBSchema {
  frames: { key: Key; value: Kept };
  chargers: { key: string; value: KeptCharger };
  tabs: { key: string; value: { client: string; open: string[]; at: number } };
  settings: { key: string; value: Settings };
  profiles: { key: string; value: NamedProfile };
  answers: { key: string; value: KeptAnswers };
  /** By identity and profile; no profile is "". */
  standings: { key: [string, string]; value: Standing };
  /** By identity, epoch and seq. */
  marks: { key: [string, string, number]; value: Mark };
}

const mostTabs = 50;

/** From nothing to version 1, from 1 to 2 and so on; a step that was released is never changed. */
const steps: ((db: IDBPDatabase<Schema>) => void)[] = [
  (db) => {
    db.createObjectStore("frames", { keyPath: "key" });
    db.createObjectStore("chargers", { keyPath: "identity" });
    db.createObjectStore("tabs", { keyPath: "client" });
    db.createObjectStore("settings");
  },
  (db) => {
    db.createObjectStore("profiles", { keyPath: "id" });
    db.createObjectStore("answers", { keyPath: "identity" });
    db.createObjectStore("standings");
  },
  (db) => {
    db.createObjectStore("marks");
  },
];

/** What lives in this browser. Every call may fail (private window, full disk); whoever calls decides what to say. */
export class Store {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(name = "ocpp-relay"): Promise<Store> {
    const db = await openDB<Schema>(name, steps.length, {
      upgrade(db, before) {
        for (const step of steps.slice(before)) step(db);
      },
      // Another tab brings a newer version: let it.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new Store(db);
  }

  close(): void {
    this.db.close();
  }

  // ---- frames

  async keep(entries: readonly Kept[]): Promise<void> {
    const change = this.db.transaction("frames", "readwrite", { durability: "relaxed" });
    for (const kept of entries) void change.store.put(kept);
    await change.done;
  }

  /** The newest entries, oldest first, and before them the beginning of their connection. */
  async tail(identity: string, most: number): Promise<Kept[]> {
    const found: Kept[] = [];
    let cursor = await this.db.transaction("frames").store.openCursor(all(identity), "prev");
    while (cursor && found.length < most) {
      found.push(cursor.value);
      cursor = await cursor.continue();
    }
    const [first] = found.reverse();
    const begin = first && (await this.db.get("frames", [identity, first.key[1], first.key[2], 0, 0, 0]));
    return begin && first.entry.type !== "opened" ? [begin, ...found] : found;
  }

  /** One page of the log, from after `after` to `upTo` inclusive; shorter than `most` when it is the last. */
  async page(identity: string, after: Key | null, upTo: Key, most: number): Promise<Kept[]> {
    const range = after === null ? IDBKeyRange.bound([identity], upTo) : IDBKeyRange.bound(after, upTo, true, false);
    return this.db.getAll("frames", range, most);
  }

  /** Drops the oldest so that `most` stay. */
  async prune(identity: string, most: number): Promise<void> {
    const count = await this.db.count("frames", all(identity));
    if (count <= most) return;
    const doomed = await this.db.getAllKeys("frames", all(identity), count - most);
    const last = doomed.at(-1);
    if (last !== undefined) await this.forget(identity, last);
  }

  async forget(identity: string, upTo: Key): Promise<void> {
    await this.db.delete("frames", IDBKeyRange.bound([identity], upTo));
  }

  /** Drops the logs of all chargers but these. */
  async forgetAllBut(kept: readonly string[]): Promise<void> {
    const chargers = await this.db.getAllKeys("chargers");
    for (const identity of chargers) if (!kept.includes(identity)) await this.db.delete("frames", all(identity));
  }

  // ---- chargers, tabs, settings

  charger(identity: string): Promise<KeptCharger | undefined> {
    return this.db.get("chargers", identity);
  }

  chargers(): Promise<KeptCharger[]> {
    return this.db.getAll("chargers");
  }

  async rememberCharger(charger: KeptCharger): Promise<void> {
    await this.db.put("chargers", charger);
  }

  async openIn(client: string): Promise<string[]> {
    return (await this.db.get("tabs", client))?.open ?? [];
  }

  async rememberOpen(client: string, open: string[], at: number): Promise<void> {
    await this.db.put("tabs", { client, open, at });
    const tabs = await this.db.getAll("tabs");
    const old = tabs.sort((a, b) => b.at - a.at).slice(mostTabs);
    for (const tab of old) await this.db.delete("tabs", tab.client);
  }

  settings(): Promise<Settings | undefined> {
    return this.db.get("settings", "settings");
  }

  async rememberSettings(settings: Settings): Promise<void> {
    await this.db.put("settings", settings, "settings");
  }

  // ---- marks

  marks(identity: string): Promise<Mark[]> {
    return this.db.getAll("marks", all(identity));
  }

  async rememberMark(identity: string, mark: Mark): Promise<void> {
    await this.db.put("marks", mark, [identity, mark.epoch, mark.seq]);
  }

  async forgetMarks(identity: string, marks: readonly Mark[]): Promise<void> {
    const change = this.db.transaction("marks", "readwrite");
    for (const { epoch, seq } of marks) void change.store.delete([identity, epoch, seq]);
    await change.done;
  }

  // ---- answers

  profiles(): Promise<NamedProfile[]> {
    return this.db.getAll("profiles");
  }

  async rememberProfile(named: NamedProfile): Promise<void> {
    await this.db.put("profiles", named);
  }

  async forgetProfile(id: string): Promise<void> {
    await this.db.delete("profiles", id);
  }

  answers(identity: string): Promise<KeptAnswers | undefined> {
    return this.db.get("answers", identity);
  }

  async rememberAnswers(answers: KeptAnswers): Promise<void> {
    await this.db.put("answers", answers);
  }

  standing(identity: string, profile: string | null): Promise<Standing | undefined> {
    return this.db.get("standings", [identity, profile ?? ""]);
  }

  async rememberStanding(identity: string, profile: string | null, standing: Standing): Promise<void> {
    await this.db.put("standings", standing, [identity, profile ?? ""]);
  }
}

function all(identity: string): IDBKeyRange {
  // An array sorts after every number, so this is past the last key that begins with the identity.
  return IDBKeyRange.bound([identity], [identity, []]);
}
