import { IconFileImport, IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import { fileIdentity } from "../../live/files/file_identity";
import { sessionHash } from "../../parts/route";
import { filesWords } from "../../words/files";
import { useStored } from "../live";
import { useLobby } from "../useLobby";
import { ConnectCard } from "./ConnectCard";
import { ConnectedNow } from "./ConnectedNow";
import { LocalOnly } from "./LocalOnly";
import css from "./Start.module.css";
import { TurnedAway } from "./TurnedAway";
import { startWords } from "../../words/start";

/** Give a charger its address, see who is here and who was turned away. */
export function StartPage() {
  useLobby();
  const [identity, setIdentity] = useState("");
  const about = useStored((store) => store.about());
  return (
    <div className={css.page}>
      <h1 className="display">{startWords.title}</h1>
      <p className={css.lead}>{startWords.lead}</p>
      <ConnectCard identity={identity} setIdentity={setIdentity} about={about ?? null} />
      {about?.local_only === true && <LocalOnly />}
      <div className={css.lists}>
        <div>
          <ConnectedNow />
          <p className={css.foot}>
            <IconInfoCircle size={14} aria-hidden="true" />
            {about?.recorder === true ? startWords.stored.recorder : startWords.stored.nothing}
          </p>
          <p className={css.foot}>
            <IconFileImport size={14} aria-hidden="true" />
            <a href={sessionHash(fileIdentity)}>{filesWords.openHere}</a>
          </p>
        </div>
        <TurnedAway />
      </div>
    </div>
  );
}
