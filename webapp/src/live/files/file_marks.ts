import type { Mark, MarksChange } from "../contract";
import { fileIdentity } from "./file_identity";

/** Pins and notes on the frames of the opened file, as long as it is open. */
export class FileMarks {
  private marks = new Map<string, Mark>();
  private told = false;

  get all(): Mark[] {
    return [...this.marks.values()];
  }

  put(mark: Mark): void {
    const key = `${mark.epoch}.${mark.seq}`;
    if (mark.pinned || mark.note !== "") this.marks.set(key, mark);
    else this.marks.delete(key);
    this.told = false;
  }

  take(): MarksChange | null {
    if (this.told) return null;
    this.told = true;
    return { identity: fileIdentity, marks: this.all };
  }
}
