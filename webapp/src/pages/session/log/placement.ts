import type { Shape } from "./shape";

interface Lines {
  readonly length: number;
  lowAbove(index: number): number;
}

// Lines drawn above and below what can be seen, for quick scrolling.
const usualSpare = 12;

/**
 * Where each line stands. Nothing is measured or kept for each of them, so that a list of 100,000 lines costs no
 * more than one of ten when a frame is added.
 */
export class Placement {
  constructor(
    private readonly lines: Lines,
    private readonly shape: Shape,
  ) {}

  get height(): number {
    return this.topOf(this.lines.length);
  }

  topOf(index: number): number {
    const { row, low } = this.shape;
    return index * row - (row === low ? 0 : this.lines.lowAbove(index) * (row - low));
  }

  heightOf(index: number): number {
    return this.topOf(index + 1) - this.topOf(index);
  }

  /** The line that covers this height. */
  indexAt(y: number): number {
    let low = 0;
    let high = Math.max(0, this.lines.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.topOf(middle) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The lines to draw; the one that holds the focus is always among them. */
  drawn(top: number, height: number, focused: number, spare = usualSpare): number[] {
    const count = this.lines.length;
    if (count === 0) return [];
    const from = Math.max(0, this.indexAt(top) - spare);
    const to = Math.min(count - 1, this.indexAt(top + height) + spare);
    const drawn = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    if (focused < 0 || focused >= count || (focused >= from && focused <= to)) return drawn;
    return focused < from ? [focused, ...drawn] : [...drawn, focused];
  }

  /** Where to scroll so that a line can be seen whole; null when it can. */
  reveal(index: number, top: number, height: number): number | null {
    const above = this.topOf(index);
    if (above < top) return above;
    const below = this.topOf(index + 1);
    return below > top + height ? below - height : null;
  }
}
