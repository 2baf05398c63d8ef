import { never } from "../engine/never";
import { Csv } from "./csv";
import type { Format, Header, Writer } from "./format";
import { JsonLines } from "./json_lines";
import { OpenTrace } from "./open_trace";

export function writerOf(format: Format, header: Header): Writer {
  switch (format) {
    case "jsonl":
      return new JsonLines(header);
    case "trace":
      return new OpenTrace(header.identity);
    case "csv":
      return new Csv();
    default:
      return never(format);
  }
}

export const endings: Record<Format, string> = { jsonl: "jsonl", trace: "trace.jsonl", csv: "csv" };
export const mediaTypes: Record<Format, string> = {
  jsonl: "application/x-ndjson",
  trace: "application/x-ndjson",
  csv: "text/csv;charset=utf-8",
};

/** "CP1 2026-11-20 12-59-44.jsonl": times in UTC; what a file system refuses is an underscore. */
export function fileName(format: Format, { identity, exportedAt }: Header): string {
  const safe = identity.replace(/[^\p{L}\p{N} ._-]/gu, "_").slice(0, 100);
  const moment = new Date(exportedAt).toISOString().slice(0, 19).replace("T", " ").replaceAll(":", "-");
  return `${safe === "" ? "log" : safe} ${moment}.${endings[format]}`;
}
