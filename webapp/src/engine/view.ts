import type { CannedReply } from "../responder/rule";
import type { Json, JsonObject } from "./json";
import type { Reading } from "./meter";

/** What the engine makes of a charger's frames: plain values that the pages draw. */

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
  /** Which frames told. */
  sources: { boot: Source | null; heartbeat: Source | null; clock: Source | null };
}

/** The frame that a value came from. */
export interface Source {
  action: string;
  at: number;
  epoch: string;
  seq: number;
}

/** A reading with the frame that brought it. */
export type Measured = Reading & { source: Source };

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
  /** The newest of each quantity and phase. */
  readings: Measured[];
  transaction: Transaction | null;
  /** Which frame told its state. */
  source: Source | null;
}

export interface Transaction {
  id: string;
  tag: string | null;
  since: number;
  meterStartWh: number | null;
  energyWh: number | null;
  /** Its beginning was not seen: the energy is at least this. */
  partial: boolean;
  source: Source;
}

// ---- at a glance

/** One transaction as its frames told it. Times are the charger's own, where it told plausible ones. */
export interface TransactionRow {
  /** Apart from all others: a central system may give the same id twice. */
  key: number;
  id: string;
  connector: string | null;
  tag: string | null;
  start: number | null;
  stop: number | null;
  /** `lost`: it is over, and nobody told how it ended. */
  state: "running" | "ended" | "lost";
  meterStartWh: number | null;
  energyWh: number | null;
  /** The energy counts from the first register that was seen, not from the start. */
  partial: boolean;
  reason: string | null;
  /** The charger says that it told of it after it had been offline (2.x). */
  offline: boolean;
  /** The newest frame that told of it. */
  source: Source;
}

/** A key of the configuration (1.6), or a variable's attribute (2.x). */
export interface Setting {
  id: string;
  /** "OCPPCommCtrlr", "Connector, EVSE 1.1"; null in 1.6. */
  component: string | null;
  name: string;
  /** Null: not known. */
  value: string | null;
  readonly: boolean | null;
  /** Where the value comes from. */
  source: Source | null;
  /** The last try to set it, whoever tried. */
  attempt: SettingAttempt | null;
  /** How a request names it: the `key`, or `component` and `variable` with an `attributeType`. */
  target: JsonObject;
}

export interface SettingAttempt {
  value: string;
  state: "waiting" | "accepted" | "restart" | "refused";
  /** As the charger said it. */
  words: string;
  source: Source;
}

/** The last time everything was asked for and came. */
export interface SettingsRead {
  source: Source;
  /** How many keys it brought. */
  count: number;
}

/** Points of one series since the last time, in the order they came. */
export interface SeriesPoints {
  series: SeriesName;
  at: number[];
  value: number[];
}

export interface SeriesName {
  key: string;
  /** "1"; "0" is the charger itself. */
  place: string;
  /** "Connector 1", "EVSE 1", "Charger". */
  label: string;
  measurand: string;
  phase: string | null;
  location: string | null;
  /** kW, kWh, A, … */
  unit: string;
}

/** While the charger was not connected. */
export interface Absence {
  from: number;
  until: number;
}

/** What a charger's frames changed at a glance; `reset` drops what was there before. Lists hold what changed, `absences` all. */
export interface GlanceChanges {
  reset: boolean;
  transactions: TransactionRow[];
  settings: Setting[];
  points: SeriesPoints[];
  read?: SettingsRead;
  absences?: Absence[];
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
  | { kind: "late"; words: string; lateMs: number; timeoutMs: number }
  | { kind: "sent" }
  | { kind: "refused"; reason: string; words: string };

/** A command that is sent again and again, or was. */
export interface Repeat {
  id: string;
  action: string | null;
  times: number;
  everyMs: number;
  /** How many have been handed on, queued ones among them. */
  sent: number;
  /** Null while it runs. */
  end: RepeatEnd | null;
}

/** By hand; the role or the charger went; this browser lost the relay; the relay refused one. */
export type RepeatEnd = "done" | "hand" | "role" | "left" | "lost" | "refused";

/** Values that came by in the log, the newest first: worth offering where a command asks for one. */
export interface Seen {
  tags: string[];
  /** Configuration keys of 1.6. */
  keys: string[];
  components: string[];
  variables: string[];
}

/** A call of the charge point that waits for a person. */
export interface HeldCall {
  epoch: string;
  seq: number;
  at: number;
  action: string;
  uniqueId: string;
  payload: Json;
  version: string;
  /** When the fallback goes out; null: it is held until somebody answers. */
  fallbackAt: number | null;
  /** What the next rule that matches, or the default, would say; templates unfilled. It is the fallback, too. */
  suggestion: { reply: CannedReply; by: string };
  /** The rule that asks, by its name. */
  askedBy: string;
  /** `watching`: another tab answers now. `gone`: the connection that asked is gone. Neither can be answered here. */
  state: "waiting" | "watching" | "gone";
}

// ---- the log

export interface Patch {
  id: number;
  state: RowState;
  pair: number | null;
  transaction: string | null;
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
  /** Of a sequence: "step 1, 2 of 2", "step 2". */
  step?: string;
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
