import { isObject, parseJson } from "../../engine/json";
import type { Entry } from "../../store/kept";
import type { LogReader } from "../../trace/log_reader";
import { linesOf } from "./lines";

export interface Page {
  entries: Entry[];
  /** Bytes of the file that were read. */
  read: number;
}

/** A list of records must be held whole to be read. */
const longestList = 128 << 20;

/** Reads a log from a file, a part at a time; `reader` knows at the end what could not be read. */
export async function* readLog(file: Blob, reader: LogReader): AsyncGenerator<Page> {
  if (await beginsList(file)) {
    yield { entries: await readList(file, reader), read: file.size };
    return;
  }
  let number = 0;
  for await (const { lines, read } of linesOf(file)) {
    const entries = lines.flatMap((line) => reader.read(line, (number += 1)));
    if (reader.refused !== null) return;
    yield { entries, read };
  }
}

/** Open OCPP Trace may also be one JSON list of records, on many lines. */
async function beginsList(file: Blob): Promise<boolean> {
  return file.size < longestList && /^\uFEFF?\s*\[/.test(await file.slice(0, 200).text());
}

async function readList(file: Blob, reader: LogReader): Promise<Entry[]> {
  const text = await file.text();
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const line = text.slice(0, parsed.fault.at).split("\n").length;
    return reader.fault(line, parsed.fault.ended ? "It ends too early." : "It is not JSON.");
  }
  const items = Array.isArray(parsed.value) ? parsed.value : [];
  return items.flatMap((item, index) =>
    isObject(item) ? reader.object(item, index + 1) : reader.fault(index + 1, "It is not a JSON object."),
  );
}
