import { type JsonObject, numberOf, wordOf } from "../engine/json";
import type { Mark } from "../live/contract";
import type { Entry } from "../store/kept";
import type { Header, Writer } from "./format";

const name = "ocpp-relay.log";

/** From version 1 to 2 and so on, a line at a time; a step that was released is never changed. */
type Step = (line: JsonObject) => JsonObject;
const released: readonly Step[] = [];

/** Our own format: a header, then every entry as this browser keeps it, one JSON object a line. */
export class JsonLines implements Writer {
  readonly left = 0;

  constructor(private readonly header: Header) {}

  begin(): string {
    const { identity, exportedAt, app, client, frames, anonymised } = this.header;
    const exported = new Date(exportedAt).toISOString();
    const line = { format: name, version: released.length + 1, identity, exported, app, client, frames, anonymised };
    return `${JSON.stringify(line)}\n`;
  }

  write(entry: Entry): string {
    return `${JSON.stringify(entry)}\n`;
  }

  marks(marks: readonly Mark[]): string {
    return marks.map((mark) => `${JSON.stringify({ type: "mark", ...mark })}\n`).join("");
  }
}

export type ReadHeader = { ok: true; header: Header; version: number } | { ok: false; words: string };

export function isHeader(line: JsonObject): boolean {
  return line["format"] === name;
}

export function readHeader(line: JsonObject, steps: readonly Step[] = released): ReadHeader {
  const version = numberOf(line["version"]) ?? 0;
  const newest = steps.length + 1;
  if (version > newest) {
    const words = `This file is a log in version ${version} of its format; this page reads up to version ${newest}.`;
    return { ok: false, words };
  }
  const now = upToDate(line, version, steps);
  const header: Header = {
    identity: wordOf(now["identity"]) ?? "",
    exportedAt: Date.parse(wordOf(now["exported"]) ?? "") || 0,
    app: wordOf(now["app"]) ?? null,
    client: wordOf(now["client"]) ?? null,
    frames: now["frames"] === "shown" ? "shown" : "all",
    anonymised: now["anonymised"] === true,
  };
  return { ok: true, header, version };
}

/** A line of an older file as it would be written today. */
export function upToDate(line: JsonObject, version: number, steps: readonly Step[] = released): JsonObject {
  return steps.slice(Math.max(0, version - 1)).reduce((older, step) => step(older), line);
}
