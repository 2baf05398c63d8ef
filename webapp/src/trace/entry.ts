import { envelopeOf } from "../engine/envelope";
import { type Json, type JsonObject, wordOf } from "../engine/json";
import type { LifeEvent } from "../engine/view";
import type { Mark } from "../live/contract";
import type { Entry } from "../store/kept";

export type ReadEntry =
  { kind: "entry"; entry: Entry } | { kind: "mark"; mark: Mark } | { kind: "unknown" } | { kind: "bad"; words: string };

type Kind = "text" | "number";

const needed: Record<Entry["type"], Record<string, Kind>> = {
  opened: { epoch: "text", at: "number" },
  frame: { epoch: "text", seq: "number", at: "number", from: "text" },
  closed: { epoch: "text", seq: "number", at: "number", code: "number" },
  role: { seq: "number", at: "number" },
  life: { event: "text", at: "number", words: "text" },
};

/** A line of our own format; what a later version adds is unknown, not wrong. */
export function readEntry(line: JsonObject): ReadEntry {
  const type = line["type"];
  if (type === undefined) return { kind: "bad", words: "It has no type." };
  if (type === "mark") return mark(line);
  if (typeof type !== "string" || !isType(type)) return { kind: "unknown" };
  const missing = Object.entries(needed[type]).find(([key, kind]) => !is(line[key], kind));
  if (missing) return { kind: "bad", words: `Its ${missing[0]} is missing, or no ${missing[1]}.` };
  if (type === "life") return life(line);
  if (type === "frame" && typeof line["text"] !== "string" && typeof line["base64"] !== "string")
    return { kind: "bad", words: "The frame has neither text nor base64." };
  const envelope = envelopeOf(line);
  return isEntry(envelope) ? { kind: "entry", entry: envelope } : { kind: "unknown" };
}

function mark({ epoch, seq, at, pinned, note }: JsonObject): ReadEntry {
  if (typeof epoch !== "string" || typeof seq !== "number" || typeof at !== "number")
    return { kind: "bad", words: "The mark names no frame." };
  return { kind: "mark", mark: { epoch, seq, at, pinned: pinned === true, note: wordOf(note) ?? "" } };
}

function life(line: JsonObject): ReadEntry {
  const event = line["event"];
  if (!isLifeEvent(event)) return { kind: "unknown" };
  const entry: Entry = {
    type: "life",
    event,
    tone: line["tone"] === "warn" ? "warn" : "plain",
    at: line["at"] as number,
    words: wordOf(line["words"]) ?? "",
  };
  return { kind: "entry", entry };
}

function is(value: Json | undefined, kind: Kind): boolean {
  return kind === "text" ? typeof value === "string" : typeof value === "number" && Number.isFinite(value);
}

function isType(type: string): type is Entry["type"] {
  return Object.hasOwn(needed, type);
}

function isEntry(envelope: ReturnType<typeof envelopeOf>): envelope is Exclude<Entry, { type: "life" }> {
  return envelope !== undefined && isType(envelope.type);
}

const lifeEvents: Record<LifeEvent, true> = {
  opened: true,
  closed: true,
  superseded: true,
  away: true,
  bus: true,
  gap: true,
  role: true,
};

function isLifeEvent(event: Json | undefined): event is LifeEvent {
  return typeof event === "string" && Object.hasOwn(lifeEvents, event);
}
