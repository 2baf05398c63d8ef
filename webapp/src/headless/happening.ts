import type { Envelope, FrameEnvelope } from "../engine/envelope";
import type { Frame } from "../engine/frame";
import type { Json } from "../engine/json";
import { never } from "../engine/never";
import type { Pairing } from "../engine/pairing";

/** One line of what happened; `at` is the relay's clock where the relay told it. */
export type Happening =
  | { happened: "connected"; at: number; epoch: string; version: string; remote: string }
  | { happened: "disconnected"; at: number; code: number; reason: string; by: string }
  | { happened: "absent" }
  | { happened: "role"; at: number; mine: boolean; holder: string | null }
  | { happened: "call" | "send"; at: number; from: "cp" | "cs"; action: string; uniqueId: string; payload: Json }
  | ({ happened: "answer"; at: number; from: "cp" | "cs"; action: string | null; uniqueId: string } & Answered)
  | { happened: "other frame"; at: number; from: "cp" | "cs"; text: string | null; words: string; by?: string }
  | { happened: "refused"; of: string; reason: string }
  | { happened: "bus"; state: "lost" | "back" };

interface Answered {
  payload?: Json;
  error?: { code: string; description: string; details: Json };
  ms: number | null;
  by?: string;
}

export function happenings(envelope: Envelope, frame: Frame | null, me: string, pairing: Pairing): Happening[] {
  switch (envelope.type) {
    case "opened": {
      const { at, epoch, version, remote } = envelope;
      return [{ happened: "connected", at, epoch, version, remote }];
    }
    case "frame":
      return frame === null ? [] : [frameHappening(envelope, frame, pairing)];
    case "closed": {
      const { at, code, reason, by } = envelope;
      return [{ happened: "disconnected", at, code, reason, by }];
    }
    case "absent":
      return [{ happened: "absent" }];
    case "role":
      return [{ happened: "role", at: envelope.at, mine: envelope.holder === me, holder: envelope.name }];
    case "replayed":
      return [];
    case "refused":
      return [{ happened: "refused", of: envelope.of ?? "", reason: envelope.reason }];
    case "bus":
      return [{ happened: "bus", state: envelope.state }];
    default:
      return never(envelope);
  }
}

function frameHappening(envelope: FrameEnvelope, frame: Frame, pairing: Pairing): Happening {
  const { at, from, text = null } = envelope;
  switch (frame.kind) {
    case "call":
    case "send":
      if (frame.kind === "call") pairing.call(openCall(envelope, frame));
      return { happened: frame.kind, at, from, action: frame.action, uniqueId: frame.id.shown, payload: frame.payload };
    case "result":
    case "error":
      return answered(envelope, frame, pairing);
    case "result-error":
      return {
        happened: "other frame",
        at,
        from,
        text,
        words: `${frame.code}: ${frame.description}`,
        ...byOf(envelope),
      };
    case "malformed":
      return { happened: "other frame", at, from, text, words: frame.words, ...byOf(envelope) };
    default:
      return never(frame);
  }
}

function answered(
  envelope: FrameEnvelope,
  frame: Extract<Frame, { kind: "result" | "error" }>,
  pairing: Pairing,
): Happening {
  const { at, from } = envelope;
  const match = pairing.answer(from, frame.id.shown);
  const call = match.kind === "unknown" ? null : match.call;
  const { code, description, details } = frame.kind === "error" ? frame : { code: "", description: "", details: {} };
  return {
    happened: "answer",
    at,
    from,
    action: call?.frame.action ?? null,
    uniqueId: frame.id.shown,
    ...(frame.kind === "result" ? { payload: frame.payload } : { error: { code, description, details } }),
    ms: call === null ? null : Math.max(0, at - call.at),
    ...byOf(envelope),
  };
}

function openCall(
  { epoch, seq, at, from }: FrameEnvelope,
  frame: Extract<Frame, { kind: "call" }>,
): Parameters<Pairing["call"]>[0] {
  return {
    row: 0,
    epoch,
    seq,
    at,
    from,
    uniqueId: frame.id.shown,
    frame,
    overdue: false,
    held: false,
    patienceMs: null,
  };
}

function byOf({ by }: FrameEnvelope): { by?: string } {
  return by === undefined ? {} : { by };
}
