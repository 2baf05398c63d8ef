import { isObject, type JsonObject, parseJson, wordOf } from "../engine/json";
import type { Mark } from "../live/contract";
import type { Entry } from "../store/kept";
import { readEntry } from "./entry";
import type { Header } from "./format";
import { isHeader, readHeader, upToDate } from "./json_lines";
import { isRecord, TraceReader } from "./read_trace";

/** A line that could not be read. */
export interface Fault {
  line: number;
  words: string;
}

const mostFaults = 20;
const partialWords = "This file holds only a part of the log. A filter kept the rest back when it was exported.";
const newerTrace = "This file is an Open OCPP Trace of a newer version; this page reads version 1.";

/**
 * Reads a log line by line: our own format or Open OCPP Trace, with or without its header. What cannot be read is told by
 * its line and loses nothing of the rest.
 */
export class LogReader {
  header: Header | null = null;
  identity: string | null = null;
  /** The first ones; `faulty` counts all. */
  readonly faults: Fault[] = [];
  faulty = 0;
  /** Pins and notes. */
  readonly marks: Mark[] = [];
  /** Lines of a kind that a later version added. */
  unknown = 0;
  /** Records of other charge points than the first. */
  readonly foreign = new Map<string, number>();
  /** Set when the whole file cannot be read. */
  refused: string | null = null;
  private version = 1;
  private partial = false;
  private readonly traces = new TraceReader();

  read(text: string, line: number): Entry[] {
    if (this.refused !== null || text.trim() === "") return [];
    const parsed = parseJson(text);
    if (!parsed.ok) return this.fault(line, parsed.fault.ended ? "It ends too early." : "It is not JSON.");
    return isObject(parsed.value) ? this.object(parsed.value, line) : this.fault(line, "It is not a JSON object.");
  }

  /** One of a JSON list of records: its place counts as the line. */
  object(json: JsonObject, line: number): Entry[] {
    if (this.refused !== null) return [];
    if (isHeader(json)) return this.begin(json);
    const entries = isRecord(json) ? this.record(json, line) : this.entry(json, line);
    const [first] = entries;
    if (!this.partial || first === undefined) return entries;
    this.partial = false;
    return [{ type: "life", event: "gap", tone: "plain", at: first.at, words: partialWords }, ...entries];
  }

  fault(line: number, words: string): [] {
    this.faulty += 1;
    if (this.faults.length < mostFaults) this.faults.push({ line, words });
    return [];
  }

  private begin(json: JsonObject): [] {
    const read = readHeader(json);
    if (!read.ok) return this.refuse(read.words);
    this.header = read.header;
    this.version = read.version;
    this.identity = read.header.identity;
    this.partial = read.header.frames === "shown";
    return [];
  }

  private entry(json: JsonObject, line: number): Entry[] {
    const read = readEntry(upToDate(json, this.version));
    if (read.kind === "entry") return [read.entry];
    if (read.kind === "bad") return this.fault(line, read.words);
    if (read.kind === "mark") this.marks.push(read.mark);
    else this.unknown += 1;
    return [];
  }

  private record(json: JsonObject, line: number): Entry[] {
    const identity = wordOf(json["chargePointId"]) ?? null;
    this.identity ??= identity;
    if (identity !== null && identity !== this.identity) {
      this.foreign.set(identity, (this.foreign.get(identity) ?? 0) + 1);
      return [];
    }
    const read = this.traces.read(json);
    if (read.kind === "bad") return this.fault(line, read.words);
    if (read.kind === "newer") return this.refuse(newerTrace);
    return read.entries;
  }

  private refuse(words: string): [] {
    this.refused = words;
    return [];
  }
}
