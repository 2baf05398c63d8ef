import type { Export, ExportWish } from "../contract";
import type { LogSource } from "./log_source";
import type { Facts } from "./write_log";

/** The exports that the pages asked for; what writes them is loaded with the first. */
export class Exports {
  private readonly all = new Map<string, Export>();

  constructor(
    private readonly changed: () => void,
    private readonly facts: () => Facts,
  ) {}

  get view(): Export[] {
    return [...this.all.values()];
  }

  start(id: string, source: LogSource | null, wish: ExportWish): void {
    if (source === null) return this.tell({ id, frames: 0, state: { kind: "failed", words: "This log is not open." } });
    this.tell({ id, frames: 0, state: { kind: "writing" } });
    void this.write(id, source, wish);
  }

  forget(id: string): void {
    this.all.delete(id);
    this.changed();
  }

  private async write(id: string, source: LogSource, wish: ExportWish): Promise<void> {
    let frames = 0;
    const told = (count: number): void => {
      frames = count;
      if (this.all.has(id)) this.tell({ id, frames, state: { kind: "writing" } });
    };
    try {
      const { writeLog } = await import("./write_log");
      const written = await writeLog(source, wish, this.facts(), told);
      this.finish({ id, frames, state: { kind: "done", ...written } });
    } catch (reason) {
      const words = reason instanceof Error ? reason.message : String(reason);
      this.finish({ id, frames, state: { kind: "failed", words } });
    }
  }

  /** Nobody waits for what was forgotten meanwhile. */
  private finish(last: Export): void {
    if (this.all.has(last.id)) this.tell(last);
  }

  private tell(now: Export): void {
    this.all.set(now.id, now);
    this.changed();
  }
}
