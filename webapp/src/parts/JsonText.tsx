import { useMemo } from "react";
import css from "./JsonText.module.css";
import { jsonPieces, prettyJson } from "./json_tokens";

interface Props {
  text: string;
  /** Lay it out anew, or leave it as it came. */
  pretty?: boolean;
}

// A frame may be 1 MiB: colours are for what a person can read.
const coloured = 60_000;

export function JsonText({ text, pretty = true }: Props) {
  const pieces = useMemo(() => {
    const shown = pretty ? prettyJson(text) : text;
    return shown.length > coloured ? [{ ink: "mark" as const, text: shown }] : jsonPieces(shown);
  }, [text, pretty]);
  return (
    <pre className={css.json} data-wrap={!pretty}>
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which have no other name.
        <span key={at} data-ink={piece.ink}>
          {piece.text}
        </span>
      ))}
    </pre>
  );
}
