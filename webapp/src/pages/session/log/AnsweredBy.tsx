import type { Author, FrameRow } from "../../../live/contract";
import { never } from "../../../engine/never";
import css from "./Detail.module.css";

/** Who gave this answer, in a sentence; nothing where the charge point did. */
export function AnsweredBy({ row }: { row: FrameRow }) {
  if (row.state.kind !== "answer") return null;
  const { by, late, again } = row.state;
  return (
    <>
      {by !== null && <p className={css.note}>{sentence(by)}</p>}
      {late && (
        <p className={css.note} data-tone="warn">
          It came late: the call had been given up.
        </p>
      )}
      {again && (
        <p className={css.note} data-tone="warn">
          This call had been answered before.
        </p>
      )}
    </>
  );
}

function sentence({ kind, words }: Author): string {
  switch (kind) {
    case "rule":
      return `Answered by ${words.replace(/^rule · /, "rule ")}.`;
    case "default":
      return words === "default" ? "Answered by the default answer." : `Answered by ${words}.`;
    case "hand":
      return "Answered by hand.";
    case "fallback":
      return "Answered by the fallback: nobody did in time.";
    case "headless":
      return "Answered by a headless responder.";
    case "other":
      return `Answered by ${words}.`;
    default:
      return never(kind);
  }
}
