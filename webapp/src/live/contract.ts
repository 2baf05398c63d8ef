/**
 * Everything that passes between the worker, which is the central system, and the pages, which draw it.
 *
 * Times named `at`, `since` and so on are the relay's clock in milliseconds; a charger's `clockOffset` (relay minus
 * browser) turns `Date.now()` into it. Times of the browser's own sockets (`RelayState`) are the browser's clock.
 */

import type { Json } from "../engine/json";
import type { Draft } from "../engine/outbox";
import type { Repetition } from "../engine/repeats";
import type { Format } from "../trace/format";
import type { Fault } from "../trace/log_reader";
import type { CannedReply, Profile } from "../responder/rule";
import type {
  Presence,
  Connection,
  Role,
  Facts,
  Connector,
  Counts,
  Completeness,
  HoldBack,
  Command,
  HeldCall,
  Patch,
  Row,
  GlanceChanges,
  Seen,
  Repeat,
} from "../engine/view";

export type { Reading } from "../engine/meter";
export type {
  Presence,
  Connection,
  Role,
  Holder,
  Facts,
  Boot,
  Connector,
  Transaction,
  Counts,
  Completeness,
  HoldBack,
  Command,
  CommandState,
  HeldCall,
  Patch,
  Row,
  FrameRow,
  FrameType,
  RowState,
  Author,
  LifeRow,
  LifeEvent,
  Source,
  Measured,
  TransactionRow,
  Setting,
  SettingAttempt,
  SettingsRead,
  SeriesName,
  Absence,
  GlanceChanges,
  Seen,
  Repeat,
  RepeatEnd,
} from "../engine/view";

// ---------------------------------------------------------------- page to worker

export type Request =
  | AnswersRequest
  | ({ kind: "start" } & Page)
  | { kind: "settings"; settings: Settings }
  | { kind: "lobby"; watch: boolean }
  | { kind: "retry" }
  | { kind: "open"; identity: string }
  | { kind: "shut"; identity: string }
  | { kind: "claim"; identity: string; unlessHeld: boolean }
  | { kind: "release"; identity: string }
  /** `timeoutMs` and `repeat`: otherwise as the settings say, and once. */
  | { kind: "send"; identity: string; draft: Draft; anyway: boolean; timeoutMs?: number; repeat?: Repetition }
  /** Ends a repetition; one that has ended is forgotten. */
  | { kind: "stop"; identity: string; repeat: string }
  | { kind: "hurry"; identity: string; command: string }
  | { kind: "cancel"; identity: string; command: string }
  | { kind: "close"; identity: string; code: number; reason: string }
  | { kind: "drop"; identity: string }
  | { kind: "clear"; identity: string }
  | { kind: "undo-clear"; identity: string }
  /** The logs kept of chargers that are not open here; ten seconds may pass before they are gone. */
  | { kind: "clear-shut" }
  | { kind: "undo-clear-shut" }
  /** Puts a pin or a note on a frame; one with neither takes them away. */
  | { kind: "mark"; identity: string; mark: Mark }
  | FileRequest;

/** Who this tab is, told once. `relay` is the page's own address with a WebSocket scheme and no trailing slash. */
export interface Page {
  relay: string;
  client: string;
  name: string;
}

export interface Settings {
  /** Frames this browser keeps for each charger. */
  framesKept: number;
  /** How long a call of ours may wait for its answer. */
  callTimeoutMs: number;
  /** When most charge points give up waiting for an answer of ours. */
  chargerTimeoutMs: number;
  /** When a call held for a person gets the fallback. */
  askFallbackMs: number;
}

/** What the pages ask about answers. */
export type AnswersRequest =
  /** By hand; templates in it are filled as it goes out. "Let it time out" is `silence`. */
  | { kind: "answer"; identity: string; epoch: string; seq: number; reply: CannedReply }
  /** "Hold": no fallback, until somebody answers. */
  | { kind: "pin"; identity: string; epoch: string; seq: number; pinned: boolean }
  /** Lets go of a card whose connection is gone. */
  | { kind: "dismiss"; identity: string; epoch: string; seq: number }
  /** Creates it or puts it in the place of the one with this id. A name that is taken gets a number: "Boot twice (2)". */
  | { kind: "save-profile"; id: string; profile: Profile }
  | { kind: "delete-profile"; id: string }
  /** Which rules answer this charger; null: the default answers alone. */
  | { kind: "use-profile"; identity: string; id: string | null }
  /** Sequences begin anew: one rule's, or (null) all of them, the hits and the random numbers with them. */
  | { kind: "start-over"; identity: string; rule: string | null }
  /** Random choices begin anew from this seed: one to eight digits of 0-9, a-f. */
  | { kind: "seed"; identity: string; seed: string };

/** Logs as files. */
export type FileRequest =
  /** Writes a charger's log to a file, told as `exports`. `rows`: what the page shows, when this browser keeps nothing. */
  | { kind: "export"; id: string; log: string; wish: ExportWish; rows: Row[] | null }
  /** The page has saved it, or does not want it any more. */
  | { kind: "forget-export"; id: string }
  /** Shows a file as a log, under the identity `fileIdentity`, instead of the one before. */
  | { kind: "open-file"; file: Blob; name: string }
  /** After a refresh: what this tab had open. */
  | { kind: "reopen-file" }
  | { kind: "shut-file" };

/** What is exported, and how. `shown`: only these frames, by epoch and `seq`; null: all. */
export interface ExportWish {
  format: Format;
  shown: Record<string, Uint32Array> | null;
  anonymise: boolean;
}

export type { Draft, Json, Repetition };

// ---------------------------------------------------------------- worker to page

/** One batch, at most ten a second. What is absent has not changed. */
export interface Update {
  relay?: RelayState;
  about?: About | null;
  storage?: Storage;
  settings?: Settings;
  lobby?: Lobby;
  /** Identities open in this tab, in the order they were opened. */
  open?: string[];
  /** Identities this browser has seen before, the latest first. */
  known?: Known[];
  /** The rules kept in this browser, by name. */
  profiles?: NamedProfile[];
  chargers?: Charger[];
  logs?: LogChange[];
  glances?: GlanceChange[];
  marks?: MarksChange[];
  /** Exports that were asked for and not forgotten. */
  exports?: Export[];
  /** Null: none is open. */
  file?: OpenedFile | null;
}

/** The worst of this browser's sockets to the relay. `lost` with a `retryAt` in the past: it is trying right now. */
export type RelayState =
  | { kind: "idle" }
  | { kind: "connecting"; since: number }
  | { kind: "open" }
  | { kind: "lost"; since: number; retryAt: number }
  | { kind: "ended"; code: number; words: string };

export interface About {
  version: string;
  /** The relay's clock when it was asked. */
  now: number;
  rooms: boolean;
  token: boolean;
  recorder: boolean;
  default_version: string;
  local_only: boolean;
  public_ws: string | null;
  public_wss: string | null;
  limits: {
    keep_frames: number;
    keep_bytes: number;
    max_frame: number;
    max_backlog: number;
    rate_frames: number;
    rate_bytes: number;
  };
}

/** `gone`: this browser keeps nothing after the tab closes (private window, or its storage is full). */
export type Storage = { kind: "kept" } | { kind: "gone"; reason: string };

export interface Known {
  identity: string;
  vendor: string | null;
  model: string | null;
  seenAt: number;
}

/** `id` stays while the profile is renamed. */
export interface NamedProfile {
  id: string;
  profile: Profile;
}

// ---- lobby

export interface Lobby {
  /** False until the relay has told who is there. */
  heard: boolean;
  /** Relay clock minus browser clock; null until the relay told it. */
  clockOffset: number | null;
  chargers: LobbyCharger[];
  knocks: Knock[];
}

export interface LobbyCharger {
  identity: string;
  epoch: string;
  since: number;
  version: string;
  flags: string[];
  remote: string;
  lastAt: number | null;
  framesPerMinute: number | null;
  vendor: string | null;
  model: string | null;
  answeredBy: AnsweredBy;
  /** Calls that wait for a person here. */
  held: number;
  /** Set once it left; such a row stays for 60 s. */
  left: { at: number; words: string } | null;
}

export type AnsweredBy =
  | { kind: "this-tab" }
  | { kind: "another-tab"; name: string | null }
  | { kind: "headless"; name: string | null }
  | { kind: "nobody" };

/** Somebody who was turned away; the same knock again only counts. */
export interface Knock {
  id: string;
  at: number;
  since: number;
  times: number;
  remote: string;
  path: string;
  offered: string[];
  reason: string;
  advice: string;
}

// ---- one charger

export interface Charger {
  identity: string;
  presence: Presence;
  /** This charger's socket to the relay. */
  relay: RelayState;
  /** True while kept frames are shown and the rest is still being fetched. */
  catchingUp: boolean;
  /** Relay clock minus browser clock; null until a live frame told it. */
  clockOffset: number | null;
  /** When the relay lost Redis, else null. */
  busLostAt: number | null;
  /** Two charge points use this identity and push each other out. */
  contested: boolean;
  connection: Connection | null;
  role: Role;
  facts: Facts;
  connectors: Connector[];
  lastFrameAt: number | null;
  framesPerMinute: number;
  framesPerSecond: number;
  counts: Counts;
  completeness: Completeness;
  /** Ours and everybody's calls to the charger: queued ones first, then the outstanding, then earlier ones. */
  commands: Command[];
  /** Commands sent again and again, running ones first. */
  repeats: Repeat[];
  /** Values that came by, to be offered where a command asks for one. */
  seen: Seen;
  /** Why a new command would not go out at once; null when it would. */
  holdBack: HoldBack | null;
  /** Calls that wait for a person, oldest first. */
  held: HeldCall[];
  answers: Answers;
  /** The last request of this page that was refused, until the next one is carried out. */
  refused: { of: string; reason: string; words: string } | null;
}

/** How this tab answers the charger, and how far its rules have got. */
export interface Answers {
  /** The profile in use; null: the default answers alone. */
  profile: string | null;
  /** Six digits of 0-9, a-f: the same seed, the same random choices. */
  seed: string;
  /** How many calls each rule has answered, by its id. */
  hits: Record<string, number>;
  /** How many calls got a default answer. */
  defaultHits: number;
  /** What a sequence answers next, by the rule's id: "step 1, second time". */
  next: Record<string, string>;
}

// ---- files

/** A file that is shown as a log. */
export interface OpenedFile {
  name: string;
  /** Of the charger it tells of; empty when it does not say. */
  identity: string;
  size: number;
  /** Bytes read so far; null when all is read. */
  read: number | null;
  anonymised: boolean;
  /** A refresh finds it again. */
  kept: boolean;
  /** The first lines that could not be read, and how many in all. */
  faults: Fault[];
  faulty: number;
  /** Lines of a kind that this page does not know. */
  unknown: number;
  /** Records of other charge points, which were left out, by identity. */
  foreign: [string, number][];
  /** Why nothing more of it can be read. */
  refused: string | null;
}

export interface Export {
  id: string;
  /** Frames written so far. */
  frames: number;
  state:
    | { kind: "writing" }
    /** `left`: frames that the format has no place for. */
    | { kind: "done"; name: string; blob: Blob; left: number }
    | { kind: "failed"; words: string };
}

// ---- the log

/**
 * Rows are numbered in the order they stand, one by one; `first` is the oldest that is shown. Rows from `kept` on may be
 * shown again ("Undo" after "Clear log"); older ones are gone for good. `reset` drops all rows before the change is
 * applied; patches only touch rows that were appended before.
 */
export interface LogChange {
  identity: string;
  reset: boolean;
  kept: number;
  first: number;
  appended: Row[];
  patches: Patch[];
}

/** All pins and notes of a charger's log. */
export interface MarksChange {
  identity: string;
  marks: Mark[];
}

/** What a person put on a frame. `at` is the frame's; an empty note is none. */
export interface Mark {
  epoch: string;
  seq: number;
  at: number;
  pinned: boolean;
  note: string;
}

// ---- the charger at a glance

export type GlanceChange = GlanceChanges & { identity: string };
