import type { FrameRow, Mark } from "../../../live/contract";
import type { Zone } from "../../../parts/format";

export interface RowProps {
  row: FrameRow;
  /** Folded: the answer told in the same row. */
  answer: FrameRow | undefined;
  zone: Zone;
  /** Relay clock minus browser clock. */
  offset: number;
  /** Its time exactly, told on hover. */
  when: string;
  mark: Mark | undefined;
  /** How much the standard says against it. */
  notes: number;
}
