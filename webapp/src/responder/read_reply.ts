import type { Json, JsonObject } from "../engine/json";
import { utf8Length } from "../engine/utf8";
import { never } from "../engine/never";
import type { Reader } from "./reader";
import { type CannedContent, type CannedReply, type Delay, type Fault, faults } from "./rule";

const longestText = 1_048_576;
/** An hour: no charge point waits that long. */
const longestDelayMs = 3_600_000;

const kinds: [CannedContent["kind"], ...CannedContent["kind"][]] = [
  "default",
  "result",
  "error",
  "ask",
  "silence",
  "close",
  "cut",
  "raw",
];

const own: Record<CannedContent["kind"], string[]> = {
  default: ["delay", "fault"],
  result: ["payload", "delay", "fault"],
  error: ["code", "description", "details", "delay", "fault"],
  ask: [],
  silence: [],
  close: ["code", "reason", "delay"],
  cut: ["delay"],
  raw: ["text", "delay"],
};

export function readReply(reader: Reader, json: Json | undefined, path: string): CannedReply {
  const every = [...new Set(Object.values(own).flat())];
  const reply = reader.object(json, path, ["kind", ...every]);
  if (json === undefined) return { kind: "silence" };
  const kind = reader.choice(reply["kind"], `${path}.kind`, kinds);
  reader.object(reply, path, ["kind", ...own[kind]]);
  return { ...contentOf(reader, kind, reply, path), ...extrasOf(reader, reply, path) };
}

function contentOf(reader: Reader, kind: CannedContent["kind"], reply: JsonObject, path: string): CannedContent {
  switch (kind) {
    case "result":
      if (reply["payload"] === undefined) reader.fail(`${path}.payload`, "This is missing.");
      return { kind, payload: reply["payload"] ?? {} };
    case "error":
      return {
        kind,
        code: reader.text(reply["code"], `${path}.code`, 255),
        description: reader.text(reply["description"] ?? "", `${path}.description`, 10_000),
        details: reply["details"] ?? {},
      };
    case "default":
    case "ask":
    case "silence":
    case "cut":
      return { kind };
    case "close":
      return {
        kind,
        code: closeCode(reader, reply["code"], `${path}.code`),
        reason: reason(reader, reply["reason"], path),
      };
    case "raw":
      return { kind, text: reader.text(reply["text"], `${path}.text`, longestText) };
    default:
      return never(kind);
  }
}

/** What one side may say in a goodbye; the others stand for what no side says. */
function closeCode(reader: Reader, json: Json | undefined, path: string): number {
  const code = reader.whole(json, path, 1000, 4999);
  if (code !== 1000 && code !== 1001 && code < 3000)
    reader.fail(path, "A connection is closed with 1000, 1001 or a code from 3000 to 4999.");
  return code;
}

function reason(reader: Reader, json: Json | undefined, path: string): string {
  const text = reader.text(json ?? "", `${path}.reason`, 123);
  if (utf8Length(text) > 123) reader.fail(`${path}.reason`, "This may have at most 123 bytes.");
  return text;
}

function extrasOf(reader: Reader, { delay, fault }: JsonObject, path: string): { delay?: Delay; fault?: Fault } {
  return {
    ...(delay === undefined ? {} : { delay: readDelay(reader, delay, `${path}.delay`) }),
    ...(fault === undefined ? {} : { fault: reader.choice(fault, `${path}.fault`, faults) }),
  };
}

function readDelay(reader: Reader, json: Json, path: string): Delay {
  const delay = reader.object(json, path, ["kind", "ms", "fromMs", "toMs"]);
  const ms = (key: string): number => reader.whole(delay[key], `${path}.${key}`, 0, longestDelayMs);
  if (reader.choice(delay["kind"], `${path}.kind`, ["fixed", "range"]) === "fixed")
    return { kind: "fixed", ms: ms("ms") };
  const range = { kind: "range", fromMs: ms("fromMs"), toMs: ms("toMs") } as const;
  if (range.fromMs > range.toMs) reader.fail(`${path}.toMs`, "This must not be smaller than fromMs.");
  return range;
}
