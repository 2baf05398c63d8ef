import { useStored } from "../live";
import { Prose } from "../Prose";
import { KnockCard } from "../start/KnockCard";
import { useLobby, useLobbyNow } from "../useLobby";
import { recentKnocks } from "./recent_knocks";
import css from "./Help.module.css";
import { TryHere } from "./TryHere";
import { WhatToEnter } from "./WhatToEnter";
import { helpWords } from "../../words/help";

/** From "it does not connect" to what to change. */
export function HelpPage() {
  useLobby();
  const now = useLobbyNow();
  const knocks = recentKnocks(useStored((store) => store.lobby()).knocks, now);
  return (
    <Prose title={helpWords.title}>
      <TryHere />
      <h2>{helpWords.knocks}</h2>
      {knocks.length === 0 ? (
        <p>{helpWords.nothingSeen}</p>
      ) : (
        <ul className="card">
          {knocks.map((knock) => (
            <KnockCard key={knock.id} knock={knock} />
          ))}
        </ul>
      )}
      <WhatToEnter />
      <h2>{helpWords.whatItCanBe}</h2>
      <dl className={`card ${css.reasons}`}>
        {helpWords.reasons.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Prose>
  );
}
