import type { Format } from "../trace/format";
import { count, counted } from "../parts/format";

/** What pages say about logs as files. */
export const filesWords = {
  export: "Export",
  exporting: (frames: number) => (frames === 0 ? "Exporting…" : `Exporting… ${counted(frames, "frame")}`),
  which: "Which frames",
  shown: (frames: number) => `Shown frames (${count(frames)})`,
  all: (frames: number) => `All frames (${count(frames)})`,
  anonymise: "Anonymise",
  anonymiseHint: "pseudonyms for identity, tags, serials, addresses",
  saveAs: "Save as",
  formats: {
    jsonl: { name: "JSON Lines", hint: "everything; can be opened here again" },
    trace: { name: "Open OCPP Trace", hint: "for other OCPP tools" },
    csv: { name: "CSV", hint: "for spreadsheets" },
  } satisfies Record<Format, { name: string; hint: string }>,
  saved: (name: string) => `Saved as ${name}.`,
  left: (frames: number) =>
    `${counted(frames, "frame")} ${frames === 1 ? "has" : "have"} no place in Open OCPP Trace 1.1 and ${frames === 1 ? "was" : "were"} left out: only calls, results and errors have.`,
  open: "Open a file…",
  openHere: "Open a log from a file",
  openAnother: "Open another file…",
  shut: "Close the file",
  drop: "Drop the file to look at it",
  none: "No file is open.",
  noneHint: "Drop a log here: JSON Lines of this page or Open OCPP Trace, also gzipped. It stays in this browser.",
  notACharger: "This is a file; no charger is behind it.",
  notKept: "The file is not kept; after a refresh, open it again.",
  anonymised: "anonymised",
  reading: (percent: number) => `Reading… ${percent} %`,
  unreadable: (lines: number) => `${counted(lines, "line")} could not be read; the rest is here.`,
  nothing: "Nothing in this file could be read as a log.",
  fault: (line: number, words: string) => `Line ${line}: ${words}`,
  more: (lines: number) => `and ${counted(lines, "line")} more`,
  unknown: (lines: number) =>
    `${counted(lines, "line")} of a kind that this page does not know ${lines === 1 ? "was" : "were"} passed over.`,
  foreign: (records: number, identity: string) =>
    `${counted(records, "record")} of ${identity} ${records === 1 ? "was" : "were"} left out: a log is one charger's.`,
  title: (name: string) => `${name} – ocpp-relay`,
  views: "Views of this file",
  notExported: (why: string) => `The log was not exported. ${why}`,
};
