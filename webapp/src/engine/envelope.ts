import { at, isObject, type Json, type JsonObject, listOf, numberOf, parseJson, wordOf } from "./json";

/** What the relay says to a central system; `docs/wire.md` explains each. */
export type Envelope =
  | Opened
  | FrameEnvelope
  | Closed
  | { type: "absent" }
  | { type: "replayed"; epoch: string; first: number | null; last: number | null; complete: boolean }
  | RoleEnvelope
  | { type: "refused"; ref: string | null; of: string | null; reason: string }
  | { type: "bus"; state: "lost" | "back" };

export interface Opened {
  type: "opened";
  epoch: string;
  at: number;
  version: string;
  offered: string[];
  flags: string[];
  remote: string;
  headers: Record<string, string>;
}

export interface FrameEnvelope {
  type: "frame";
  epoch: string;
  seq: number;
  at: number;
  from: "cp" | "cs";
  text?: string;
  base64?: string;
  client?: string;
  ref?: string;
  by?: string;
}

export interface Closed {
  type: "closed";
  epoch: string;
  seq: number;
  at: number;
  code: number;
  reason: string;
  by: string;
}

export interface RoleEnvelope {
  type: "role";
  holder: string | null;
  name: string | null;
  role: string | null;
  epoch: string | null;
  seq: number;
  at: number;
}

export type LobbyEnvelope =
  | {
      type: "present";
      identity: string;
      epoch: string;
      since: number;
      version: string;
      flags: string[];
      remote: string;
      seq: number;
      last: number | null;
      holder: string | null;
      name: string | null;
      role: string | null;
    }
  | { type: "gone"; identity: string; epoch: string; seq: number; at: number; code: number; reason: string }
  | { type: "knock"; at: number; remote: string; path: string; offered: string[]; reason: string; advice: string };

/** What a central system says to the relay. */
export type Outgoing =
  | { type: "attach"; client: string; name: string; role: "watch" | "answer" | "standby"; epoch?: string; seq?: number }
  | Send
  | { type: "claim"; unless_held: boolean }
  | { type: "release" }
  | { type: "close"; code: number; reason: string }
  | { type: "drop" };

export interface Send {
  type: "send";
  ref: string;
  text: string;
  epoch?: string;
  by: string;
}

/** An envelope of a central system's socket; undefined for what this page does not know (a newer relay's). */
export function readEnvelope(text: string): Envelope | undefined {
  const parsed = parseJson(text);
  return parsed.ok && isObject(parsed.value) ? envelopeOf(parsed.value) : undefined;
}

/** The same from JSON that was read already, such as a file's. */
export function envelopeOf(json: JsonObject): Envelope | undefined {
  switch (json["type"]) {
    case "opened":
      return opened(json);
    case "frame":
      return frame(json);
    case "closed":
      return { type: "closed", ...where(json), ...ending(json), by: word(json, "by") };
    case "absent":
      return { type: "absent" };
    case "replayed":
      return {
        type: "replayed",
        epoch: word(json, "epoch"),
        first: numberOf(json["first"]) ?? null,
        last: numberOf(json["last"]) ?? null,
        complete: json["complete"] === true,
      };
    case "role":
      return {
        type: "role",
        ...holder(json),
        epoch: wordOf(json["epoch"]) ?? null,
        seq: number(json, "seq"),
        at: number(json, "at"),
      };
    case "refused":
      return {
        type: "refused",
        ref: wordOf(json["ref"]) ?? null,
        of: wordOf(json["of"]) ?? null,
        reason: word(json, "reason"),
      };
    case "bus":
      return { type: "bus", state: json["state"] === "lost" ? "lost" : "back" };
    default:
      return undefined;
  }
}

export function readLobbyEnvelope(text: string): LobbyEnvelope | undefined {
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value)) return undefined;
  const json = parsed.value;
  switch (json["type"]) {
    case "present":
      return {
        type: "present",
        identity: word(json, "identity"),
        since: number(json, "since"),
        version: word(json, "version"),
        flags: words(json, "flags"),
        remote: word(json, "remote"),
        last: numberOf(json["last"]) ?? null,
        ...where(json),
        ...holder(json),
      };
    case "gone":
      return { type: "gone", identity: word(json, "identity"), ...where(json), ...ending(json) };
    case "knock":
      return {
        type: "knock",
        at: number(json, "at"),
        remote: word(json, "remote"),
        path: word(json, "path"),
        offered: words(json, "offered"),
        reason: word(json, "reason"),
        advice: word(json, "advice"),
      };
    default:
      return undefined;
  }
}

function opened(json: JsonObject): Opened {
  return {
    type: "opened",
    epoch: word(json, "epoch"),
    at: number(json, "at"),
    version: word(json, "version"),
    offered: words(json, "offered"),
    flags: words(json, "flags"),
    remote: word(json, "remote"),
    headers: headers(at(json, "headers")),
  };
}

function frame(json: JsonObject): FrameEnvelope {
  const envelope: FrameEnvelope = {
    type: "frame",
    ...where(json),
    at: number(json, "at"),
    from: json["from"] === "cs" ? "cs" : "cp",
  };
  for (const key of ["text", "base64", "client", "ref", "by"] as const) {
    const value = json[key];
    if (typeof value === "string") envelope[key] = value;
  }
  return envelope;
}

function where(json: JsonObject): { epoch: string; seq: number } {
  return { epoch: word(json, "epoch"), seq: number(json, "seq") };
}

function ending(json: JsonObject): { at: number; code: number; reason: string } {
  return { at: number(json, "at"), code: number(json, "code"), reason: word(json, "reason") };
}

function holder(json: JsonObject): { holder: string | null; name: string | null; role: string | null } {
  return {
    holder: wordOf(json["holder"]) ?? null,
    name: wordOf(json["name"]) ?? null,
    role: wordOf(json["role"]) ?? null,
  };
}

function headers(value: Json | undefined): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, wordOf(text) ?? ""]));
}

function word(json: JsonObject, key: string): string {
  return wordOf(json[key]) ?? "";
}

function words(json: JsonObject, key: string): string[] {
  return listOf(json[key]).flatMap((item) => wordOf(item) ?? []);
}

function number(json: JsonObject, key: string): number {
  return numberOf(json[key]) ?? 0;
}
