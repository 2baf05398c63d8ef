import { useLobbyNow } from "../useLobby";
import { useStored } from "../live";
import { recentKnocks } from "../help/recent_knocks";
import { KnockCard } from "./KnockCard";
import css from "./Start.module.css";
import { startWords } from "../../words/start";

/** Who knocked and was not let in, why, and what to do. */
export function TurnedAway() {
  const { knocks } = useStored((store) => store.lobby());
  const recent = recentKnocks(knocks, useLobbyNow()).reduce((sum, { times }) => sum + times, 0);
  return (
    <section aria-label={startWords.turnedAway.title}>
      <div className={css.head}>
        <h2>{startWords.turnedAway.title}</h2>
        {recent > 0 && <span className={css.count}>{startWords.turnedAway.recent(recent)}</span>}
        <a className={css.why} href="#/help/connect">
          {startWords.turnedAway.why}
        </a>
      </div>
      {knocks.length === 0 ? (
        <p className={`card ${css.empty}`}>{startWords.turnedAway.nobody}</p>
      ) : (
        <ul className={`card ${css.knocks}`}>
          {knocks.map((knock) => (
            <KnockCard key={knock.id} knock={knock} />
          ))}
        </ul>
      )}
    </section>
  );
}
