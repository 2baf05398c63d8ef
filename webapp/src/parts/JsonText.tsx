import { useMemo } from "react";
import css from "./JsonText.module.css";
import { jsonPieces, prettyJson } from "./json_tokens";
import { markedPieces, type Range } from "./marked";

interface Props {
  text: string;
  /** Lay it out anew, or leave it as it came. */
  pretty?: boolean;
  /** What is worth a second look, in the text as it is shown. */
  marks?: readonly Range[];
}

// A frame may be 1 MiB: colours are for what a person can read.
const coloured = 60_000;
const unmarked: readonly Range[] = [];

export function JsonText({ text, pretty = true, marks = unmarked }: Props) {
  const pieces = useMemo(() => {
    const shown = pretty ? prettyJson(text) : text;
    return shown.length > coloured ? [{ ink: "mark" as const, text: shown }] : jsonPieces(shown);
  }, [text, pretty]);
  const marked = useMemo(() => markedPieces(pieces, marks), [pieces, marks]);
  return (
    <pre className={css.json} data-wrap={!pretty}>
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which have no other name.
        <span key={at} data-ink={piece.ink} data-marked={marked[at]}>
          {piece.text}
        </span>
      ))}
    </pre>
  );
}
