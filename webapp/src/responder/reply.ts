import type { Call } from "../engine/frame";
import type { Json } from "../engine/json";

/** What goes back for a call. A closed set: whoever composes replies, whoever sends them. */
export type Reply =
  | { kind: "result"; payload: Json; afterMs: number }
  | { kind: "error"; code: string; description: string; details: Json; afterMs: number }
  /** Hold the call until a person answers. */
  | { kind: "ask" }
  /** Let the charge point time out. */
  | { kind: "silence" };

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
  nextTransactionId(): number;
}

export type Responder = (call: Call, context: Context) => Answer;
