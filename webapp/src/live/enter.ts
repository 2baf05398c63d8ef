import type { FrameEnvelope } from "../engine/envelope";
import { binaryFrame, type Frame, parseFrame } from "../engine/frame";
import type { FrameLog } from "../engine/frame_log";
import type { Entry } from "../store/kept";

/** Puts an entry into a log; `frame` where it was read already. */
export function enter(log: FrameLog, entry: Entry, frame: Frame | null): void {
  switch (entry.type) {
    case "opened":
      return log.opened(entry);
    case "frame":
      return log.frame(entry, frame ?? frameOf(entry));
    case "closed":
      return log.closed(entry.at);
    case "role": {
      const line = log.role(entry);
      if (line) log.life(line);
      return;
    }
    case "life":
      return log.life(entry);
  }
}

export function frameOf({ text, base64 }: FrameEnvelope): Frame {
  return text === undefined ? binaryFrame(base64 ?? "") : parseFrame(text);
}
