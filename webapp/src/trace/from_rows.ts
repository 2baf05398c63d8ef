import type { FrameEnvelope } from "../engine/envelope";
import type { Row } from "../engine/view";
import type { Entry } from "../store/kept";

/**
 * What a browser that keeps nothing still shows: its rows. They do not know the handshake nor who wrote which answer, but
 * every frame is as it was.
 */
export function entriesFrom(rows: readonly Row[]): Entry[] {
  return rows.map((row) => {
    if (row.kind === "life") {
      const { event, tone, at, words } = row;
      return { type: "life", event, tone, at, words };
    }
    const { epoch, seq, at, from, text, base64 } = row;
    const frame: FrameEnvelope = { type: "frame", epoch, seq, at, from };
    if (text !== null) frame.text = text;
    if (base64 !== null) frame.base64 = base64;
    return frame;
  });
}
