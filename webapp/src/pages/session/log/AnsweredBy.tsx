import type { Author, Charger, FrameRow } from "../../../live/contract";
import { never } from "../../../engine/never";
import { ruleHash } from "../../../parts/route";
import { rulesOf, useProfile } from "../answers/useProfile";
import css from "./Detail.module.css";
import { logWords } from "../../../words/log";

/** Who gave this answer, in a sentence; nothing where the charge point did. */
export function AnsweredBy({ charger, row }: { charger: Charger; row: FrameRow }) {
  if (row.state.kind !== "answer") return null;
  const { by, late, again } = row.state;
  return (
    <>
      {by !== null && (
        <p className={css.note}>
          {by.kind === "rule" ? <ByRule charger={charger} words={by.words} /> : sentence(by)}
          {by.step !== undefined && logWords.answeredBy.step(by.step)}
        </p>
      )}
      {late && (
        <p className={css.note} data-tone="warn">
          {logWords.answeredBy.late}
        </p>
      )}
      {again && (
        <p className={css.note} data-tone="warn">
          {logWords.answeredBy.again}
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
  if (rule === undefined || current === null) return logWords.answeredBy.by(words.replace(/^rule · /, "rule "));
  const { before, between, after } = logWords.answeredBy.rule;
  return (
    <>
      {before} <a href={ruleHash(charger.identity, rule.id)}>{name}</a> {between} <b>{current.profile.name}</b>
      {after}
    </>
  );
}

function sentence({ kind, words }: Author): string {
  switch (kind) {
    case "rule":
      return logWords.answeredBy.by(words.replace(/^rule · /, "rule "));
    case "default":
      return words === "default" ? logWords.answeredBy.default : logWords.answeredBy.by(words);
    case "hand":
      return logWords.answeredBy.hand;
    case "fallback":
      return logWords.answeredBy.fallback;
    case "headless":
      return logWords.answeredBy.headless;
    case "other":
      return logWords.answeredBy.by(words);
    default:
      return never(kind);
  }
}
