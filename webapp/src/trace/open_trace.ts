import type { FrameEnvelope } from "../engine/envelope";
import { parseFrame } from "../engine/frame";
import { at, type Json, listOf, parseJson } from "../engine/json";
import type { Entry } from "../store/kept";
import { CallActions } from "./call_actions";
import type { Writer } from "./format";
import { isoTime } from "./moment";

/** A record of the Open OCPP Trace format, version 1.1: one OCPP-J frame. */
export interface TraceRecord {
  schemaVersion: string;
  timestamp: string;
  ocppVersion?: string;
  transport: "json" | "soap";
  chargePointId?: string;
  connectorId?: number;
  direction: "cp-to-csms" | "csms-to-cp";
  messageType: "CALL" | "CALLRESULT" | "CALLERROR";
  messageId?: string;
  action?: string;
  payload?: Json;
  raw?: string;
  error?: { code?: string; description?: string; details?: Json };
  meta?: Record<string, Json>;
}

/** Where we stand in a record's `meta`. */
export const ours = "ocpp-relay";

type Message = Pick<TraceRecord, "messageType" | "action" | "payload" | "error">;

/** The vendor-neutral format. Only calls, results and errors have a place in its version 1.1. */
export class OpenTrace implements Writer {
  left = 0;
  private version: string | null = null;
  private readonly calls = new CallActions();

  constructor(private readonly identity: string) {}

  begin(): string {
    return "";
  }

  write(entry: Entry): string {
    if (entry.type === "opened") this.version = entry.version;
    if (entry.type !== "frame") return "";
    const record = this.record(entry);
    if (record === null) this.left += 1;
    return record === null ? "" : `${JSON.stringify(record)}\n`;
  }

  marks(): string {
    return "";
  }

  private record(frame: FrameEnvelope): TraceRecord | null {
    const { text, from } = frame;
    const elements = text === undefined ? [] : elementsOf(text);
    const id = elements[1];
    const message = this.message(from, typeof id === "number" ? String(id) : id, elements, frame.at);
    if (message === null || text === undefined) return null;
    const connector = at(message.payload, "connectorId");
    return {
      schemaVersion: "1.1",
      timestamp: isoTime(frame.at),
      ...(this.version === null ? {} : { ocppVersion: this.version.replace(/^ocpp/, "") }),
      transport: "json",
      ...(this.identity === "" ? {} : { chargePointId: this.identity }),
      ...(isPlace(connector) ? { connectorId: connector } : {}),
      direction: from === "cp" ? "cp-to-csms" : "csms-to-cp",
      // A number that a charger sent as its id would not be the text that the format asks for.
      ...(typeof id === "string" ? { messageId: id } : {}),
      ...message,
      raw: text,
      meta: { [ours]: origin(frame) },
    };
  }

  private message(from: "cp" | "cs", id: Json | undefined, elements: Json[], time: number): Message | null {
    const [type, , third = null, fourth, details] = elements;
    if (typeof id !== "string") return null;
    if (type === 2 && typeof third === "string") {
      this.calls.call(from, id, { action: third, at: time });
      return { messageType: "CALL", action: third, payload: fourth ?? null };
    }
    if (type !== 3 && type !== 4) return null;
    const action = this.calls.answer(from, id)?.action;
    const known = action === undefined ? {} : { action };
    if (type === 3) return { messageType: "CALLRESULT", ...known, payload: third };
    return { messageType: "CALLERROR", ...known, error: errorOf(third, fourth, details) };
  }
}

/** The frame's elements, none when it is no frame that OCPP knows. */
function elementsOf(text: string): Json[] {
  if (parseFrame(text).kind === "malformed") return [];
  const parsed = parseJson(text);
  return parsed.ok ? listOf(parsed.value) : [];
}

function errorOf(code: Json, description: Json | undefined, details: Json | undefined): NonNullable<Message["error"]> {
  return {
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof description === "string" ? { description } : {}),
    ...(details === undefined ? {} : { details }),
  };
}

function isPlace(connector: Json | undefined): connector is number {
  return typeof connector === "number" && Number.isInteger(connector) && connector >= 0;
}

function origin({ epoch, seq, client, ref, by }: FrameEnvelope): Record<string, Json> {
  return {
    epoch,
    seq,
    ...(client === undefined ? {} : { client }),
    ...(ref === undefined ? {} : { ref }),
    ...(by === undefined ? {} : { by }),
  };
}
