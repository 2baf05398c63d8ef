import type { Opened } from "../../engine/envelope";
import { FrameLog } from "../../engine/frame_log";
import type { Entry } from "../../store/kept";
import { LogReader } from "../../trace/log_reader";
import type { Clock } from "../clock";
import type { Charger, GlanceChange, LogChange, OpenedFile, Settings } from "../contract";
import { enter } from "../enter";
import { seenInLog } from "../seen_in_log";
import { FileMarks } from "./file_marks";
import { fileIdentity } from "./file_identity";
import type { LogSource } from "./log_source";
import { readLog } from "./read_log";

const mostRows = 1500;

/** What a file needs from the tab it is open in. */
export interface AroundFile {
  clock: Clock;
  settings: () => Settings;
  changed: () => void;
  /** Called while rows are taken: these were not all. */
  more: () => void;
}

/** A log from a file: the same rows as a charger's, and no charger. */
export class FileLog {
  readonly identity = fileIdentity;
  readonly marks = new FileMarks();
  private readonly reader = new LogReader();
  private frames: FrameLog;
  private opened: Opened | null = null;
  private read: number | null = 0;
  private problem: string | null = null;
  private lastAt = 0;
  private begun = false;
  private stopped = false;

  constructor(
    private readonly it: { file: Blob; name: string; kept: boolean },
    private readonly around: AroundFile,
  ) {
    this.frames = this.freshLog();
  }

  /** What was read up to now is shown meanwhile. */
  async start(): Promise<void> {
    try {
      for await (const { entries, read } of readLog(this.it.file, this.reader)) {
        if (this.stopped) return;
        this.enter(entries);
        this.read = read;
        this.around.changed();
        // What chargers say meanwhile goes first.
        await new Promise<void>((resolve) => this.around.clock.after(0, resolve));
      }
    } catch (reason) {
      this.problem = reason instanceof Error ? reason.message : String(reason);
    }
    // Nobody will answer any more what is unanswered at the end.
    this.frames.closed(this.lastAt);
    for (const mark of this.reader.marks) this.marks.put(mark);
    this.read = null;
    this.around.changed();
  }

  stop(): void {
    this.stopped = true;
  }

  get source(): LogSource {
    const { file } = this.it;
    async function* pages(): AsyncGenerator<Entry[]> {
      for await (const { entries } of readLog(file, new LogReader())) yield entries;
    }
    return {
      identity: this.tellsOf,
      client: this.reader.header?.client ?? null,
      pages,
      marks: () => Promise.resolve(this.marks.all),
    };
  }

  get view(): OpenedFile {
    const { header, faults, faulty, unknown, foreign, refused } = this.reader;
    return {
      name: this.it.name,
      identity: this.tellsOf,
      size: this.it.file.size,
      read: this.read,
      anonymised: header?.anonymised ?? false,
      kept: this.it.kept,
      faults: [...faults],
      faulty,
      unknown,
      foreign: [...foreign],
      refused: refused ?? this.problem,
    };
  }

  snapshot(): Charger {
    const { opened, lastAt } = this;
    return {
      identity: fileIdentity,
      presence: { kind: "left", at: lastAt, words: "" },
      relay: { kind: "idle" },
      catchingUp: false,
      clockOffset: null,
      busLostAt: null,
      contested: false,
      connection: opened,
      role: { mine: "watching", holder: undefined, takenBy: null, cameBackAt: null },
      ...seenInLog(this.frames, lastAt),
      repeats: [],
      holdBack: { kind: "absent" },
      held: [],
      answers: { profile: null, seed: "", hits: {}, defaultHits: 0, next: {} },
      refused: null,
    };
  }

  takeLog(): LogChange | null {
    const changes = this.frames.take(mostRows);
    if (this.frames.hasMore) this.around.more();
    return changes && { identity: fileIdentity, ...changes };
  }

  takeGlance(): GlanceChange | null {
    const changes = this.frames.glance.take();
    return changes && { identity: fileIdentity, ...changes };
  }

  private get tellsOf(): string {
    return this.reader.identity ?? "";
  }

  private freshLog(): FrameLog {
    const settings = this.around.settings();
    return new FrameLog(this.reader.header?.client ?? "", settings, settings.framesKept);
  }

  private enter(entries: readonly Entry[]): void {
    // Whose answers are "this tab's" stands in the header, which comes before everything else.
    if (!this.begun) this.frames = this.freshLog();
    this.begun = true;
    for (const entry of entries) {
      if (entry.type === "opened") this.opened = entry;
      this.lastAt = Math.max(this.lastAt, entry.at);
      enter(this.frames, entry, null);
    }
  }
}
