import type { Call } from "../engine/frame";
import type { Json } from "../engine/json";
import type { CannedReply, Fault } from "./rule";

/** What goes back for a call, ready to be sent. A closed set: whoever composes replies, whoever sends them. */
export type Reply =
  | { kind: "result"; payload: Json; afterMs: number; fault?: Fault }
  | { kind: "error"; code: string; description: string; details: Json; afterMs: number; fault?: Fault }
  /** Hold the call until a person answers; after a while the suggestion goes out. */
  | { kind: "ask"; suggestion: Suggestion }
  /** Let the charge point time out. */
  | { kind: "silence" }
  | { kind: "close"; code: number; reason: string; afterMs: number }
  | { kind: "cut"; afterMs: number }
  | { kind: "raw"; text: string; afterMs: number };

/** What the next rule that matches, or the default, would say. */
export interface Suggestion {
  reply: CannedReply;
  by: string;
}

/** A reply and who gave it; `by` travels with the frame: "default", "rule: Accept all", "hand", "fallback". */
export interface Answer {
  reply: Reply;
  by: string;
}

/** What a reply may depend on besides the call. */
export interface Context {
  identity: string;
  version: string;
  /** The relay's clock. */
  now: number;
  /** How many calls of this action came since the charger connected, this one included. */
  nth: number;
  /** BootNotification has been accepted. */
  booted: boolean;
  /** Which call this is; the same one may be asked about again, after a refresh or when the role comes back. */
  key: string;
  nextTransactionId(): number;
}

export type Responder = (call: Call, context: Context) => Answer;

/** Makes a reply that a person wrote ready to be sent. */
export type Filler = (reply: CannedReply, call: Call, context: Context) => Reply;
