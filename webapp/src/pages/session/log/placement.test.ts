import { expect, test } from "vitest";
import { Placement } from "./placement";
import { shapeOf } from "./shape";

// Ten lines, of which the third and the fifth are no frames.
const lines = { length: 10, lowAbove: (index: number) => [2, 4].filter((place) => place < index).length };
const narrow = new Placement(lines, shapeOf(390, false, false));
const wide = new Placement(lines, shapeOf(1040, false, false));

test("narrow lifecycle lines are lower than rows", () => {
  expect([0, 1, 2, 3, 4, 5].map((index) => narrow.topOf(index))).toEqual([0, 40, 80, 106, 146, 172]);
  expect(narrow.height).toBe(8 * 40 + 2 * 26);
  expect([narrow.heightOf(2), narrow.heightOf(3)]).toEqual([26, 40]);
});

test("wide lines are all as high as a row", () => {
  expect([wide.height, wide.topOf(5)]).toEqual([260, 130]);
});

test("every height is covered by the line that stands there", () => {
  expect([0, 39, 40, 105, 106, 10_000].map((y) => narrow.indexAt(y))).toEqual([0, 0, 1, 2, 3, 9]);
});

test("a line that holds the focus is drawn however far away it is", () => {
  const many = new Placement({ length: 1000, lowAbove: () => 0 }, shapeOf(1040, false, false));
  const drawn = many.drawn(13_000, 260, 3);
  expect([drawn[0], drawn[1], drawn.at(-1)]).toEqual([3, 488, 522]);
  expect(many.drawn(0, 260, 999).at(-1)).toBe(999);
});

test("revealing scrolls no further than needed", () => {
  expect(wide.reveal(0, 26, 100)).toBe(0);
  expect(wide.reveal(9, 0, 100)).toBe(160);
  expect(wide.reveal(2, 26, 100)).toBeNull();
});
