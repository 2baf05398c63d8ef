import { useLobbyNow } from "../useLobby";
import { useStored } from "../live";
import { recentKnocks } from "../help/recent_knocks";
import { KnockCard } from "./KnockCard";
import css from "./Start.module.css";

/** Who knocked and was not let in, why, and what to do. */
export function TurnedAway() {
  const { knocks } = useStored((store) => store.lobby());
  const recent = recentKnocks(knocks, useLobbyNow()).reduce((sum, { times }) => sum + times, 0);
  return (
    <section aria-label="Turned away">
      <div className={css.head}>
        <h2>Turned away</h2>
        {recent > 0 && <span className={css.count}>{recent} in the last hour</span>}
        <a className={css.why} href="#/help/connect">
          Why does it not connect?
        </a>
      </div>
      {knocks.length === 0 ? (
        <p className={`card ${css.empty}`}>Nobody was turned away.</p>
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
