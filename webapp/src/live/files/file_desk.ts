import type { KeptFiles } from "../../store/kept_files";
import { type AroundFile, FileLog } from "./file_log";

/** The one file that is open in this tab, if any. A refresh finds it again where storage allows. */
export class FileDesk {
  /** Undefined until somebody asked. */
  log: FileLog | null | undefined = undefined;

  constructor(
    private readonly client: string,
    private readonly files: () => Promise<KeptFiles>,
    private readonly around: AroundFile,
  ) {}

  async open(file: Blob, name: string): Promise<void> {
    const at = this.around.clock.now();
    const kept = await this.attempt((files) => files.keep({ client: this.client, name, file, at }), false);
    this.show(file, name, kept);
  }

  /** What this tab had open before a refresh. */
  async reopen(): Promise<void> {
    if (this.log !== undefined) return;
    const kept = await this.attempt((files) => files.of(this.client), undefined);
    if (kept !== undefined) {
      this.show(kept.file, kept.name, true);
      return;
    }
    this.log = null;
    this.around.changed();
  }

  shut(): void {
    this.log?.stop();
    this.log = null;
    void this.attempt((files) => files.forget(this.client), undefined);
    this.around.changed();
  }

  private show(file: Blob, name: string, kept: boolean): void {
    this.log?.stop();
    const log = new FileLog(
      { file, name, kept },
      { ...this.around, changed: () => this.log === log && this.around.changed() },
    );
    this.log = log;
    this.around.changed();
    void log.start();
  }

  private async attempt<T>(work: (files: KeptFiles) => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work(await this.files());
    } catch {
      return otherwise; // a private window keeps nothing, and says so elsewhere
    }
  }
}
