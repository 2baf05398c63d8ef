import { sessionHash } from "../../parts/route";
import { useStored } from "../live";
import css from "./Start.module.css";
import { startWords } from "../../words/start";

const most = 5;

/** Identities this browser knows, but that are not connected now. */
export function SeenBefore() {
  const known = useStored((store) => store.known());
  const here = useStored((store) => store.lobby()).chargers;
  const absent = known.filter(({ identity }) => !here.some((charger) => charger.identity === identity)).slice(0, most);
  if (absent.length === 0) return null;
  return (
    <p className={css.seen}>
      {startWords.connect.seen}{" "}
      {absent.map(({ identity }, at) => (
        <span key={identity}>
          {at > 0 && ", "}
          <a href={sessionHash(identity)}>{identity}</a>
        </span>
      ))}
    </p>
  );
}
