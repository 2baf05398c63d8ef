import type { Charger } from "../../../../live/contract";
import type { Profile } from "../../../../responder/rule";
import { actionsOf } from "../profile_edit";
import css from "./List.module.css";
import { answersWords } from "../../../../words/answers";

interface Props {
  charger: Charger;
  profile: Profile | null;
  open: boolean;
  onOpen: () => void;
}

/** Fixed at the end: what a call gets that no rule matches. */
export function DefaultsRow({ charger, profile, open, onOpen }: Props) {
  const version = charger.connection?.version ?? "ocpp1.6";
  const changed = profile?.defaults.filter((one) => one.version === version).length ?? 0;
  return (
    <div className={css.last}>
      <p className={css.group}>{answersWords.otherwise}</p>
      <button type="button" className={css.defaults} aria-current={open ? "true" : undefined} onClick={onOpen}>
        <span className={css.top}>
          <span className={css.name}>{answersWords.defaultAnswers}</span>
          <span className={css.hits}>{answersWords.hits(charger.answers.defaultHits)}</span>
        </span>
        <span className={css.sentence}>
          {answersWords.defaultsSay} <b>{answersWords.actions(actionsOf(version).length)}</b>
          {changed > 0 && answersWords.changedToo(changed)}
        </span>
      </button>
    </div>
  );
}
