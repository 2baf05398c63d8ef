import type { Entry } from "../../store/kept";
import type { Header } from "../../trace/format";
import { fileName, mediaTypes, writerOf } from "../../trace/writers";
import type { ExportWish } from "../contract";
import type { LogSource } from "./log_source";

export interface Written {
  name: string;
  blob: Blob;
  left: number;
}

export type Facts = Pick<Header, "exportedAt" | "app" | "client">;

/** Writes a log to a file page by page: what is written is the browser's to keep, not this script's memory. */
export async function writeLog(
  source: LogSource,
  wish: ExportWish,
  facts: Facts,
  told: (frames: number) => void,
): Promise<Written> {
  const { format, shown } = wish;
  const frames = shown === null ? "all" : "shown";
  const header: Header = { identity: source.identity, ...facts, frames, anonymised: wish.anonymise };
  const writer = writerOf(format, header);
  const parts: Blob[] = [new Blob([writer.begin()])];
  const wanted = wantedBy(shown);
  let count = 0;
  for await (const page of source.pages()) {
    const chosen = page.filter(wanted);
    parts.push(new Blob([chosen.map((entry) => writer.write(entry)).join("")]));
    count += chosen.filter(({ type }) => type === "frame").length;
    told(count);
  }
  return { name: fileName(format, header), blob: new Blob(parts, { type: mediaTypes[format] }), left: writer.left };
}

/** A filter narrows frames alone: without their connection nobody knows how to read them. */
function wantedBy(shown: ExportWish["shown"]): (entry: Entry) => boolean {
  if (shown === null) return () => true;
  const numbers = new Map(Object.entries(shown).map(([epoch, seqs]) => [epoch, new Set(seqs)]));
  return (entry) => entry.type !== "frame" || numbers.get(entry.epoch)?.has(entry.seq) === true;
}
