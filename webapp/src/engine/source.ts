import type { FrameEnvelope } from "./envelope";
import type { OpenCall } from "./pairing";
import type { Source } from "./view";

/** Names the frame of a call as where a value came from. */
export function sourceOf({ epoch, seq, at, frame }: OpenCall): Source {
  return { action: frame.action, at, epoch, seq };
}

/** Names the answer to a call so. */
export function answerSource(call: OpenCall, { epoch, seq, at }: Pick<FrameEnvelope, "epoch" | "seq" | "at">): Source {
  return { action: call.frame.action, at, epoch, seq };
}
