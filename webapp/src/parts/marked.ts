import type { Piece } from "./json_tokens";

export interface Range {
  from: number;
  to: number;
}

/** Whether each piece of a text lies in one of the ranges. */
export function markedPieces(pieces: readonly Piece[], ranges: readonly Range[]): boolean[] {
  let from = 0;
  return pieces.map(({ text }) => {
    const to = from + text.length;
    const inside = ranges.some((range) => range.from < to && from < range.to && text.trim() !== "");
    from = to;
    return inside;
  });
}
