import type { FrameRow } from "../../../live/contract";
import type { Zone } from "../../../parts/format";

export interface RowProps {
  row: FrameRow;
  /** Folded: the answer told in the same row. */
  answer: FrameRow | undefined;
  zone: Zone;
  /** Relay clock minus browser clock. */
  offset: number;
  /** When the row above stood, for the distance told on hover. */
  before: number | undefined;
}
