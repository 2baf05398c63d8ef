import type { Mark } from "../live/contract";
import type { Entry } from "../store/kept";

export type Format = "jsonl" | "trace" | "csv";

/** What a file says of itself before its first line. */
export interface Header {
  identity: string;
  /** When it was written, in milliseconds. */
  exportedAt: number;
  /** Version of the program that wrote it. */
  app: string | null;
  /** The tab that wrote it: its answers are the file's own, other tabs' have a name. */
  client: string | null;
  /** `shown`: a filter kept some of the frames back. */
  frames: "all" | "shown";
  anonymised: boolean;
}

/** Writes entries in the order they happened; each gives the text it adds to the file. */
export interface Writer {
  begin(): string;
  write(entry: Entry): string;
  /** Pins and notes, after all entries. */
  marks(marks: readonly Mark[]): string;
  /** Frames that the format has no place for. */
  readonly left: number;
}
