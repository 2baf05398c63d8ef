import type { Entry } from "../../store/kept";
import { Disguise } from "../../trace/anonymise/disguise";
import type { Header } from "../../trace/format";
import { fileName, mediaTypes, writerOf } from "../../trace/writers";
import type { ExportWish } from "../contract";
import type { LogSource } from "./log_source";

export interface Written {
  name: string;
  blob: Blob;
  left: number;
}

/** What the file says of who wrote it; chance makes the pseudonyms. */
export type Facts = Pick<Header, "exportedAt" | "app" | "client"> & { chance: () => number };

/** Writes a log to a file page by page: what is written is the browser's to keep, not this script's memory. */
export async function writeLog(
  source: LogSource,
  wish: ExportWish,
  { chance, ...around }: Facts,
  told: (frames: number) => void,
): Promise<Written> {
  const { format, shown, anonymise } = wish;
  const facts = { ...around, client: source.client === undefined ? around.client : source.client };
  const disguise = anonymise ? await learned(source, facts.client, chance) : null;
  const header: Header = {
    ...facts,
    identity: disguise?.identity(source.identity) ?? source.identity,
    client: disguise?.client(facts.client) ?? facts.client,
    frames: shown === null ? "all" : "shown",
    anonymised: anonymise,
  };
  const writer = writerOf(format, header);
  const parts: Blob[] = [new Blob([writer.begin()])];
  const wanted = wantedBy(shown);
  let count = 0;
  for await (const page of source.pages()) {
    const chosen = page.filter(wanted);
    parts.push(new Blob([chosen.map((entry) => writer.write(disguise?.entry(entry) ?? entry)).join("")]));
    count += chosen.filter(({ type }) => type === "frame").length;
    told(count);
  }
  const marks = (await source.marks()).map((mark) => disguise?.mark(mark) ?? mark);
  parts.push(new Blob([writer.marks(marks)]));
  return { name: fileName(format, header), blob: new Blob(parts, { type: mediaTypes[format] }), left: writer.left };
}

/** Everything that is a secret anywhere in the log, also where a filter keeps it back. */
async function learned(source: LogSource, client: string | null, chance: () => number): Promise<Disguise> {
  const disguise = new Disguise([source.identity, ...(client === null ? [] : [client])], chance);
  for await (const page of source.pages()) for (const entry of page) disguise.learn(entry);
  return disguise;
}

/** A filter narrows frames alone: without their connection nobody knows how to read them. */
function wantedBy(shown: ExportWish["shown"]): (entry: Entry) => boolean {
  if (shown === null) return () => true;
  const numbers = new Map(Object.entries(shown).map(([epoch, seqs]) => [epoch, new Set(seqs)]));
  return (entry) => entry.type !== "frame" || numbers.get(entry.epoch)?.has(entry.seq) === true;
}
