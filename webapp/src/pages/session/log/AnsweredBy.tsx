import type { Author, Charger, FrameRow } from "../../../live/contract";
import { never } from "../../../engine/never";
import { ruleHash } from "../../../parts/route";
import { rulesOf, useProfile } from "../answers/useProfile";
import css from "./Detail.module.css";

/** Who gave this answer, in a sentence; nothing where the charge point did. */
export function AnsweredBy({ charger, row }: { charger: Charger; row: FrameRow }) {
  if (row.state.kind !== "answer") return null;
  const { by, late, again } = row.state;
  return (
    <>
      {by !== null && (
        <p className={css.note}>
          {by.kind === "rule" ? <ByRule charger={charger} words={by.words} /> : sentence(by)}
          {by.step !== undefined && ` It was ${by.step}.`}
        </p>
      )}
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

/** Links to the rule while it is in the profile in use; the name of another client's rule is only told. */
function ByRule({ charger, words }: { charger: Charger; words: string }) {
  const { current } = useProfile(charger);
  const name = words.replace(/^rule · /, "");
  const rule = name === words ? undefined : rulesOf(current).find((one) => one.name === name);
  if (rule === undefined || current === null) return `Answered by ${words.replace(/^rule · /, "rule ")}.`;
  return (
    <>
      Answered by rule <a href={ruleHash(charger.identity, rule.id)}>{name}</a> in profile <b>{current.profile.name}</b>
      .
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
