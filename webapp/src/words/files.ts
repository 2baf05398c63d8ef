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
  notExported: (why: string) => `The log was not exported. ${why}`,
};
