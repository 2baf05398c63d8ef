import { useStored } from "../live";
import { Prose } from "../Prose";
import { KnockCard } from "../start/KnockCard";
import { useLobby, useLobbyNow } from "../useLobby";
import { recentKnocks } from "./recent_knocks";
import css from "./Help.module.css";
import { reasons } from "./reasons";
import { TryHere } from "./TryHere";
import { WhatToEnter } from "./WhatToEnter";

/** From "it does not connect" to what to change. */
export function HelpPage() {
  useLobby();
  const now = useLobbyNow();
  const knocks = recentKnocks(useStored((store) => store.lobby()).knocks, now);
  return (
    <Prose title="Why does it not connect?">
      <TryHere />
      <h2>Knocks of the last hour</h2>
      {knocks.length === 0 ? (
        <p>{nothingSeen}</p>
      ) : (
        <ul className="card">
          {knocks.map((knock) => (
            <KnockCard key={knock.id} knock={knock} />
          ))}
        </ul>
      )}
      <WhatToEnter />
      <h2>What it can be</h2>
      <dl className={`card ${css.reasons}`}>
        {reasons.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Prose>
  );
}

const nothingSeen =
  "No knock at all: address, firewall, DNS or SIM. Chargers often cannot resolve local names: use the IP address.";
