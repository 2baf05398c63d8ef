import { expect, test } from "vitest";
import { jsonPieces } from "./json_tokens";
import { markedPieces } from "./marked";

test("the pieces in a range are marked, the space between them is not", () => {
  const text = '{ "unit": "Percentage", "value": 1 }';
  const pieces = jsonPieces(text);
  const from = text.indexOf('"Percentage"');
  const marked = markedPieces(pieces, [{ from, to: from + 12 }]);
  expect(pieces.filter((_, at) => marked[at]).map(({ text: words }) => words)).toEqual(['"Percentage"']);
  expect(markedPieces(pieces, [])).not.toContain(true);
});
