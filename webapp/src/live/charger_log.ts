import type { RoleEnvelope } from "../engine/envelope";
import type { Follower } from "../engine/follower";
import type { Frame } from "../engine/frame";
import { FrameLog } from "../engine/frame_log";
import { type Entry, isBefore, type Key } from "../store/kept";
import type { Keeper } from "../store/keeper";
import type { ChargerMarks } from "./charger_marks";
import type { ChargerRecord } from "./charger_record";
import type { Clock } from "./clock";
import type { Settings } from "./contract";
import { enter } from "./enter";

/** Short enough that a call which comes meanwhile hardly waits. */
const pageLength = 1000;
/** The relay tells who answers right after a replay. */
const introductionMs = 300;
const undoMs = 10_000;

/** The log of an open charger with what was kept before it; what comes while that is read waits its turn. */
export class ChargerLog {
  readonly frames: FrameLog;
  private held: { entry: Entry; frame: Frame | null }[] | null = [];
  private introduced: () => void = () => {};
  private stopUndo: (() => void) | null = null;

  constructor(
    private readonly identity: string,
    client: string,
    settings: Settings,
    private readonly record: ChargerRecord,
    private readonly marks: ChargerMarks,
    private readonly keeper: Keeper,
    private readonly clock: Clock,
    private readonly changed: () => void,
  ) {
    this.frames = new FrameLog(client, settings, settings.framesKept);
  }

  /** Kept entries are still being read. */
  get filling(): boolean {
    return this.held !== null;
  }

  write(entry: Entry, frame: Frame | null, follower: Follower): void {
    this.record.keep(entry, follower);
    if (this.held) this.held.push({ entry, frame });
    else this.enter(entry, frame);
    if (entry.type === "role") this.introduced();
  }

  /** Enters what was kept up to `last`, then what came meanwhile. */
  async fill(last: Key | null): Promise<void> {
    const introduction = new Promise<void>((resolve) => {
      this.introduced = resolve;
      this.clock.after(introductionMs, resolve);
    });
    if (last !== null) await this.read(last);
    this.marks.forgetBefore(this.frames.oldestAt);
    await introduction;
    const meanwhile = this.held ?? [];
    this.held = null;
    for (const { entry } of meanwhile) if (isRole(entry)) this.frames.meet(entry);
    for (const { entry, frame } of meanwhile) this.enter(entry, frame);
    this.changed();
  }

  clear(): void {
    this.forgetCleared();
    this.frames.clear();
    this.record.clear();
    this.marks.clear();
    this.stopUndo = this.clock.after(undoMs, () => this.forgetCleared());
    this.changed();
  }

  undoClear(): void {
    if (this.stopUndo === null) return;
    this.stopUndo();
    this.stopUndo = null;
    this.frames.unclear();
    this.record.unclear();
    this.marks.unclear();
    this.changed();
  }

  /** "Undo" is over. */
  forgetCleared(): void {
    if (this.stopUndo === null) return;
    this.stopUndo();
    this.stopUndo = null;
    this.frames.forgetCleared();
    this.record.forgetCleared();
    this.marks.forgetCleared();
    this.changed();
  }

  private async read(last: Key): Promise<void> {
    for (let after = this.record.cleared; after === null || isBefore(after, last);) {
      const page = await this.keeper.page(this.identity, after, last, pageLength);
      for (const { entry } of page) this.enter(entry, null);
      this.changed();
      const reached = page.at(-1);
      if (reached === undefined) return;
      after = reached.key;
    }
  }

  private enter(entry: Entry, frame: Frame | null): void {
    enter(this.frames, entry, frame);
  }
}

function isRole(entry: Entry): entry is RoleEnvelope {
  return entry.type === "role";
}
