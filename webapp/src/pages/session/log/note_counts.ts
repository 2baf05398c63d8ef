import { type Frame, parseFrame } from "../../../engine/frame";
import type { FrameRow } from "../../../live/contract";
import type { VersionSchemas } from "../../../schema/version_schemas";

// Nobody reads the notes of more.
const longest = 60_000;

/** How much the standard says against each frame; looked up when first asked for, then remembered by row. */
export class NoteCounts {
  private readonly counts: number[] = [];

  constructor(private readonly schemas: Pick<VersionSchemas, "notes">) {}

  of(row: FrameRow): number {
    return (this.counts[row.id] ??= this.count(row));
  }

  private count({ action, text, type }: FrameRow): number {
    if (action === null || text === null || text.length > longest) return 0;
    if (type !== "call" && type !== "send" && type !== "result") return 0;
    const frame = parseFrame(text);
    if (!hasPayload(frame)) return 0;
    return this.schemas.notes(action, type === "result" ? "result" : "call", frame.payload).length;
  }
}

function hasPayload(frame: Frame): frame is Extract<Frame, { kind: "call" | "send" | "result" }> {
  return frame.kind === "call" || frame.kind === "send" || frame.kind === "result";
}
