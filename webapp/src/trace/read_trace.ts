import type { FrameEnvelope, Opened } from "../engine/envelope";
import { at, isObject, type Json, type JsonObject, numberOf, parseJson, wordOf } from "../engine/json";
import type { Entry } from "../store/kept";
import { ours } from "./open_trace";

const directions: Record<string, "cp" | "cs"> = { "cp-to-csms": "cp", "csms-to-cp": "cs" };
const types: Record<string, number> = { CALL: 2, CALLRESULT: 3, CALLERROR: 4 };

export type ReadRecord = { kind: "entries"; entries: Entry[] } | { kind: "bad"; words: string } | { kind: "newer" };

export function isRecord(line: JsonObject): boolean {
  return line["messageType"] !== undefined && line["direction"] !== undefined;
}

/** Records of the Open OCPP Trace format, in order. Unknown fields are passed over, as it demands. */
export class TraceReader {
  private connection: Opened | null = null;
  private seq = 0;

  read(record: JsonObject): ReadRecord {
    const from = directions[wordOf(record["direction"]) ?? ""];
    const type = types[wordOf(record["messageType"]) ?? ""];
    const time = Date.parse(wordOf(record["timestamp"]) ?? "");
    if (Number.parseInt(wordOf(record["schemaVersion"]) ?? "1", 10) > 1) return { kind: "newer" };
    if (from === undefined) return bad("Its direction is neither cp-to-csms nor csms-to-cp.");
    if (type === undefined) return bad("Its messageType is none of CALL, CALLRESULT and CALLERROR.");
    if (Number.isNaN(time)) return bad("Its timestamp is no time.");
    const text = textOf(record, type);
    if (text === null) return bad("It says neither what was sent nor its parts.");
    const opened = this.opened(record, time);
    this.seq = numberOf(at(record, "meta", ours, "seq")) ?? this.seq + 1;
    const frame: FrameEnvelope = { type: "frame", epoch: this.epoch, seq: this.seq, at: time, from, text };
    for (const key of ["client", "ref", "by"] as const) {
      const value = at(record, "meta", ours, key);
      if (typeof value === "string") frame[key] = value;
    }
    return { kind: "entries", entries: [...opened, frame] };
  }

  private get epoch(): string {
    return this.connection?.epoch ?? "";
  }

  /** The format knows no connections; a change of version, or what we wrote into `meta`, tells of another one. */
  private opened(record: JsonObject, time: number): Opened[] {
    const said = wordOf(record["ocppVersion"]);
    const version = said === undefined ? (this.connection?.version ?? "ocpp1.6") : said.replace(/^(ocpp)?/i, "ocpp");
    const epoch = wordOf(at(record, "meta", ours, "epoch")) ?? `trace ${version}`;
    if (epoch === this.connection?.epoch) return [];
    const opened: Opened = {
      type: "opened",
      epoch,
      at: time,
      version,
      offered: [],
      flags: [],
      remote: "",
      headers: {},
    };
    this.connection = opened;
    this.seq = 0;
    return [opened];
  }
}

function bad(words: string): ReadRecord {
  return { kind: "bad", words };
}

/** `raw` is what crossed the wire and decides; SOAP is shown as the frame that it would be in JSON. */
function textOf(record: JsonObject, type: number): string | null {
  const { raw } = record;
  if (typeof raw === "string" && (record["transport"] !== "soap" || isList(raw))) return raw;
  const id = record["messageId"] ?? "";
  const payload = record["payload"] ?? {};
  if (type === 2) return typeof record["action"] === "string" ? frame(2, id, record["action"], payload) : null;
  if (type === 3) return frame(3, id, payload);
  const error = isObject(record["error"]) ? record["error"] : {};
  return frame(4, id, error["code"] ?? "", error["description"] ?? "", error["details"] ?? {});
}

function isList(raw: string): boolean {
  const parsed = parseJson(raw);
  return parsed.ok && Array.isArray(parsed.value);
}

function frame(...elements: Json[]): string {
  return JSON.stringify(elements);
}
