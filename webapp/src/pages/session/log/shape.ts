/** How a row is drawn: on one line, on one line with fewer columns, or on two. */
export interface Shape {
  kind: "wide" | "medium" | "narrow";
  columns: number;
  /** Height of a frame's row. */
  row: number;
  /** Height of a lifecycle line and of a date. */
  low: number;
}

const narrowBelow = 640;
// Unique id and milliseconds need this much.
const wideFrom = 860;

export function shapeOf(width: number, comfortable: boolean, touch: boolean): Shape {
  if (width < narrowBelow) return { kind: "narrow", columns: 5, row: touch ? 52 : 40, low: touch ? 32 : 26 };
  const row = comfortable ? 30 : 26;
  return width < wideFrom ? { kind: "medium", columns: 5, row, low: row } : { kind: "wide", columns: 6, row, low: row };
}
