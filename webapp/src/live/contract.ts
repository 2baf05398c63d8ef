/**
 * Everything that passes between the worker, which is the central system, and the pages, which draw it.
 *
 * Times named `at`, `since` and so on are the relay's clock in milliseconds; a charger's `clockOffset` (relay minus
 * browser) turns `Date.now()` into it. Times of the browser's own sockets (`RelayState`) are the browser's clock.
 */

import type { Json } from "../engine/json";

// ---------------------------------------------------------------- page to worker

export type Request =
  | ({ kind: "start" } & Page)
  | { kind: "settings"; settings: Settings }
  | { kind: "lobby"; watch: boolean }
  | { kind: "retry" }
  | { kind: "open"; identity: string }
  | { kind: "shut"; identity: string }
  | { kind: "claim"; identity: string; unlessHeld: boolean }
  | { kind: "release"; identity: string }
  | { kind: "send"; identity: string; draft: Draft; anyway: boolean }
  | { kind: "hurry"; identity: string; command: string }
  | { kind: "cancel"; identity: string; command: string }
  | { kind: "answer"; identity: string; row: number; reply: HandReply }
  | { kind: "close"; identity: string; code: number; reason: string }
  | { kind: "drop"; identity: string }
  | { kind: "clear"; identity: string }
  | { kind: "undo-clear"; identity: string };

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

/** A command as it was typed: an action with its payload, or text that goes out byte for byte. */
export type Draft = { kind: "call"; action: string; payload: Json } | { kind: "raw"; text: string };

export type HandReply =
  | { kind: "result"; payload: Json }
  | { kind: "error"; code: string; description: string; details: Json }
  | { kind: "silence" };

export type { Json };

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
  chargers?: Charger[];
  logs?: LogChange[];
}

/** The worst of this browser's sockets to the relay. */
export type RelayState =
  | { kind: "idle" }
  | { kind: "connecting"; since: number }
  | { kind: "open" }
  | { kind: "lost"; since: number; retryAt: number }
  | { kind: "ended"; code: number; words: string };

export interface About {
  version: string;
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

// ---- lobby

export interface Lobby {
  /** False until the relay has told who is there. */
  heard: boolean;
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
  /** Why a new command would not go out at once; null when it would. */
  holdBack: HoldBack | null;
  /** The last request of this page that was refused, until the next one is carried out. */
  refused: { of: string; reason: string; words: string } | null;
}

export type Presence =
  | { kind: "asking" }
  | { kind: "absent"; seenBefore: boolean }
  | { kind: "online"; since: number }
  | { kind: "left"; at: number; words: string };

/** What the charge point's handshake told. Kept after it left. */
export interface Connection {
  epoch: string;
  at: number;
  version: string;
  offered: string[];
  flags: string[];
  remote: string;
  headers: Record<string, string>;
}

export interface Role {
  mine: "answering" | "watching";
  /** Null: nobody answers. Undefined: the relay has not said yet. */
  holder: Holder | null | undefined;
  /** Set while another took over from this tab, until this tab answers again. */
  takenBy: { name: string; at: number } | null;
  /** Set when the role came back to this tab without a click. */
  cameBackAt: number | null;
}

export interface Holder {
  client: string;
  name: string | null;
  headless: boolean;
  since: number;
  me: boolean;
}

export interface Facts {
  vendor: string | null;
  model: string | null;
  firmware: string | null;
  serial: string | null;
  boot: Boot;
  bootAt: number | null;
  lastHeartbeatAt: number | null;
  heartbeatSeconds: number | null;
  /** The charger's clock minus the relay's, from the newest timestamp it sent live. */
  clockSkewMs: number | null;
  ourAnswerMs: number | null;
  itsAnswerMs: number | null;
}

/** `unanswered`: it booted and nobody has answered yet. `unknown`: no BootNotification was seen. */
export type Boot = "unknown" | "unanswered" | "accepted" | "pending" | "rejected";

export interface Connector {
  /** "1", or "1.2" for EVSE 1, connector 2; "0" is the charger itself. Also the rows' `connector`. */
  id: string;
  /** "Connector 1", "EVSE 1.2", "Charger". */
  label: string;
  status: string | null;
  error: string | null;
  at: number | null;
  readings: Reading[];
  transaction: Transaction | null;
}

export interface Transaction {
  id: string;
  tag: string | null;
  since: number;
  meterStartWh: number | null;
  energyWh: number | null;
}

export interface Reading {
  measurand: string;
  phase: string | null;
  value: number;
  unit: string;
  at: number;
}

export interface Counts {
  frames: number;
  calls: number;
  waiting: number;
  held: number;
  malformed: number;
  late: number;
  unanswered: number;
  errors: number;
  /** Oldest frames this browser dropped to stay under its limit. */
  dropped: number;
}

/** `since` is null until the first frame. */
export type Completeness = { kind: "complete"; since: number | null } | { kind: "gap"; words: string };

export type HoldBack =
  { kind: "watching" } | { kind: "absent" } | { kind: "boot"; boot: Boot } | { kind: "turn"; ahead: number };

export interface Command {
  id: string;
  action: string | null;
  summary: string;
  text: string;
  at: number;
  /** The row of its frame once it crossed the charger's socket. */
  row: number | null;
  mine: boolean;
  state: CommandState;
}

export type CommandState =
  | { kind: "queued"; ahead: number; why: HoldBack["kind"] }
  | { kind: "sending" }
  | { kind: "outstanding"; since: number; timeoutMs: number }
  | { kind: "answered"; words: string; good: boolean; ms: number }
  | { kind: "no-answer"; ms: number }
  | { kind: "late"; words: string; lateMs: number }
  | { kind: "sent" }
  | { kind: "refused"; reason: string; words: string };

// ---- the log

/**
 * Rows are numbered in the order they stand, one by one; `first` is the oldest that is still kept.
 * `reset` drops all rows before the change is applied; patches only touch rows that were appended before.
 */
export interface LogChange {
  identity: string;
  reset: boolean;
  first: number;
  appended: Row[];
  patches: Patch[];
}

export interface Patch {
  id: number;
  state: RowState;
  pair: number | null;
}

export type Row = FrameRow | LifeRow;

export interface FrameRow {
  kind: "frame";
  id: number;
  epoch: string;
  seq: number;
  at: number;
  from: "cp" | "cs";
  type: FrameType;
  /** Of an answer: its call's. Null when it cannot be known. */
  action: string | null;
  /** As it stands on the wire; numbers without quotes. */
  uniqueId: string | null;
  summary: string;
  state: RowState;
  /** The row of the other half. */
  pair: number | null;
  connector: string | null;
  transaction: string | null;
  text: string | null;
  /** Instead of `text` when the frame was not text. */
  base64: string | null;
}

export type FrameType = "call" | "result" | "error" | "result-error" | "send" | "malformed";

export type RowState =
  | { kind: "waiting" }
  | { kind: "held"; fallbackAt: number | null }
  | { kind: "answered"; ms: number }
  | { kind: "error"; code: string; ms: number }
  | { kind: "late"; ms: number }
  | { kind: "never" }
  | { kind: "no-answer-needed" }
  | { kind: "malformed" }
  /** An answer: who gave it. Null words: the charge point. */
  | { kind: "answer"; by: Author | null; late: boolean; again: boolean };

/** Who answered: `words` stand in the log, such as "rule · Accept all" or "bench-2 · rule". */
export interface Author {
  kind: "rule" | "default" | "hand" | "fallback" | "headless" | "other";
  words: string;
}

/** A line about the connection, at its place among the frames. */
export interface LifeRow {
  kind: "life";
  id: number;
  epoch: string | null;
  at: number;
  event: LifeEvent;
  tone: "plain" | "warn";
  /** The first sentence stands in bold. */
  words: string;
}

export type LifeEvent = "opened" | "closed" | "superseded" | "away" | "bus" | "gap" | "role";
