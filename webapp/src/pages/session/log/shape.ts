import type { Line } from "./shown_rows";

/** How a row is drawn: on one line, on one line with fewer columns, or on two. */
export interface Shape {
  kind: "wide" | "medium" | "narrow";
  columns: number;
  row: number;
  heightOf: (line: Line | undefined) => number;
}

const narrowBelow = 640;
// Unique id and milliseconds need this much.
const wideFrom = 860;
const lifeLine = 26;

export function shapeOf(width: number, comfortable: boolean, touch: boolean): Shape {
  if (width < narrowBelow) return shape("narrow", 5, touch ? 52 : 40, touch ? 32 : lifeLine);
  const row = comfortable ? 30 : 26;
  return width < wideFrom ? shape("medium", 5, row, row) : shape("wide", 6, row, row);
}

function shape(kind: Shape["kind"], columns: number, row: number, life: number): Shape {
  return { kind, columns, row, heightOf: (line) => (line?.kind === "row" && line.row.kind === "frame" ? row : life) };
}
