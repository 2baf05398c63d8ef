import { type DBSchema, type IDBPDatabase, openDB } from "idb";

export interface KeptFile {
  client: string;
  name: string;
  file: Blob;
  at: number;
}

interface Schema extends DBSchema {
  files: { key: string; value: KeptFile };
}

const largest = 64 << 20;
const most = 4;

/** The files that tabs have open, so that a refresh does not lose them. A few, none of them large. */
export class KeptFiles {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(): Promise<KeptFiles> {
    const db = await openDB<Schema>("ocpp-relay-files", 1, {
      upgrade: (fresh) => void fresh.createObjectStore("files", { keyPath: "client" }),
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new KeptFiles(db);
  }

  /** False when it is too large to be kept. */
  async keep(kept: KeptFile): Promise<boolean> {
    if (kept.file.size > largest) {
      await this.forget(kept.client);
      return false;
    }
    await this.db.put("files", kept);
    const all = await this.db.getAll("files");
    const old = all.sort((a, b) => b.at - a.at).slice(most);
    for (const { client } of old) await this.forget(client);
    return true;
  }

  of(client: string): Promise<KeptFile | undefined> {
    return this.db.get("files", client);
  }

  async forget(client: string): Promise<void> {
    await this.db.delete("files", client);
  }
}
