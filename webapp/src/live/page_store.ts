import type {
  About,
  Charger,
  GlanceChange,
  Export,
  Known,
  Lobby,
  LogChange,
  Mark,
  NamedProfile,
  OpenedFile,
  RelayState,
  Row,
  Settings,
  Storage,
  Update,
} from "./contract";
import { type GlanceView, noGlance, PageGlance } from "../engine/page_glance";
import { fileIdentity } from "./files/file_identity";
import { RowChunks } from "./row_chunks";

/** A charger's rows as they stood at one update. A new object after each change; rows that did not change stay the same. */
export interface Log {
  readonly first: number;
  /** One past the newest row. */
  readonly end: number;
  /** Another number after the rows began anew. */
  readonly generation: number;
  /** How many changes of rows there were. */
  readonly changes: number;
  /** The rows that changed after so many changes; null when that is too long ago. */
  changedSince(changes: number): readonly number[] | null;
  /** Row by number; undefined outside `first` to `end`. */
  at(id: number): Row | undefined;
}

/** Pins and notes by the name of their frame, `{epoch}.{seq}`. A new object after each change. */
export type Marks = ReadonlyMap<string, Mark>;

/** The pages' copy of what the worker knows. Each getter returns the same object until what it shows has changed. */
export class PageStore {
  private readonly listeners = new Set<() => void>();
  private readonly chargers = new Map<string, Charger>();
  private readonly rows = new Map<string, RowChunks>();
  private readonly logs = new Map<string, Log>();
  private readonly marksOf = new Map<string, Marks>();
  private readonly glances = new Map<string, PageGlance>();
  private current: Required<Pick<Update, "open" | "known" | "profiles">> &
    Omit<Update, "chargers" | "logs" | "marks" | "glances"> = {
    open: [],
    known: [],
    profiles: [],
  };

  /** For `useSyncExternalStore`: called after each update. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly relay = (): RelayState => this.current.relay ?? idle;
  /** Undefined until the relay was asked, null when it did not answer. */
  readonly about = (): About | null | undefined => this.current.about;
  readonly storage = (): Storage => this.current.storage ?? kept;
  readonly settings = (): Settings | undefined => this.current.settings;
  readonly lobby = (): Lobby => this.current.lobby ?? unheard;
  readonly open = (): readonly string[] => this.current.open;
  readonly known = (): readonly Known[] => this.current.known;
  readonly profiles = (): readonly NamedProfile[] => this.current.profiles;
  readonly charger = (identity: string): Charger | undefined => this.chargers.get(identity);
  readonly exports = (): readonly Export[] => this.current.exports ?? noExports;
  /** Undefined until it was asked for. */
  readonly file = (): OpenedFile | null | undefined => this.current.file;
  readonly log = (identity: string): Log => this.logs.get(identity) ?? empty;
  readonly marks = (identity: string): Marks => this.marksOf.get(identity) ?? unmarked;

  readonly glance = (identity: string): GlanceView => this.glances.get(identity)?.view ?? noGlance;

  apply(update: Update): void {
    const { chargers, logs, marks, glances, ...rest } = update;
    this.current = { ...this.current, ...rest };
    for (const charger of chargers ?? []) this.chargers.set(charger.identity, charger);
    for (const change of logs ?? []) this.changeLog(change);
    for (const change of glances ?? []) this.changeGlance(change);
    for (const change of marks ?? [])
      this.marksOf.set(change.identity, new Map(change.marks.map((mark) => [`${mark.epoch}.${mark.seq}`, mark])));
    if (rest.open !== undefined) this.forgetShut(new Set([...rest.open, fileIdentity]));
    if (rest.file === null) this.forgetShut(new Set(this.current.open));
    for (const listener of [...this.listeners]) listener();
  }

  private changeLog(change: LogChange): void {
    const rows = this.rows.get(change.identity) ?? new RowChunks();
    this.rows.set(change.identity, rows);
    rows.apply(change);
    this.logs.set(change.identity, view(rows));
  }

  private changeGlance(change: GlanceChange): void {
    const glance = this.glances.get(change.identity) ?? new PageGlance();
    this.glances.set(change.identity, glance);
    glance.apply(change);
  }

  private forgetShut(open: ReadonlySet<string>): void {
    for (const identity of [...this.chargers.keys()]) {
      if (open.has(identity)) continue;
      this.chargers.delete(identity);
      this.rows.delete(identity);
      this.logs.delete(identity);
      this.glances.delete(identity);
      this.marksOf.delete(identity);
    }
  }
}

const idle: RelayState = { kind: "idle" };
const kept: Storage = { kind: "kept" };
const noExports: readonly Export[] = [];
const unheard: Lobby = { heard: false, clockOffset: null, chargers: [], knocks: [] };
const unmarked: Marks = new Map();
const empty: Log = { first: 0, end: 0, generation: 0, changes: 0, changedSince: () => [], at: () => undefined };

function view(rows: RowChunks): Log {
  const { first, end, generation, changes } = rows;
  return {
    first,
    end,
    generation,
    changes,
    changedSince: (before) => rows.changedSince(before),
    at: (id) => rows.at(id),
  };
}
