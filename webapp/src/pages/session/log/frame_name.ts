import type { FrameRow } from "../../../live/contract";
import type { Log } from "../../../live/page_store";

/** How an address names a frame: `{epoch}.{seq}`. */
export function frameName({ epoch, seq }: Pick<FrameRow, "epoch" | "seq">): string {
  return `${epoch}.${seq}`;
}

/** The frame an address names, the newest rows first, for those are looked at most. */
export function findFrame(log: Log, name: string | null): FrameRow | null {
  const dot = name?.lastIndexOf(".") ?? -1;
  if (name === null || dot < 0) return null;
  const epoch = name.slice(0, dot);
  const seq = Number(name.slice(dot + 1));
  for (let id = log.end - 1; id >= log.first; id -= 1) {
    const row = log.at(id);
    if (row?.kind === "frame" && row.seq === seq && row.epoch === epoch) return row;
  }
  return null;
}
