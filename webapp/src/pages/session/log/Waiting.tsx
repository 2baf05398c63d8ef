import { IconDoorOff, IconPlug } from "@tabler/icons-react";
import { useState } from "react";
import type { Charger } from "../../../live/contract";
import { chargerAddresses, emulatorCommand, written } from "../../../parts/address";
import { AddressText } from "../../../parts/AddressText";
import { CopyButton } from "../../../parts/CopyButton";
import { age, moment } from "../../../parts/format";
import { usePreferences } from "../../../parts/preferences";
import { useNow } from "../../../parts/tick";
import { waitingWords } from "../../../words/waiting";
import { useStored } from "../../live";
import { useLobby, useLobbyNow } from "../../useLobby";
import { knockOf } from "./knock_of";
import css from "./Waiting.module.css";

/** After this the usual minute of a restart is over. */
const worthAsking = 60_000;

/** No charger yet: what to type into it, and what is known of its tries. */
export function Waiting({ charger }: { charger: Charger }) {
  const { identity } = charger;
  return (
    <div className={css.page}>
      <div className={css.waiting}>
        <h2 className="display">{waitingWords.title(identity)}</h2>
        <p className={css.lead}>{waitingWords.lead}</p>
        <ol className={css.steps}>
          <li>
            <h3>{waitingWords.address}</h3>
            <Address identity={identity} />
          </li>
          <li>
            <h3>{waitingWords.version}</h3>
            <p>{waitingWords.versionHint}</p>
          </li>
          <li>
            <h3>{waitingWords.restart}</h3>
            <p>{waitingWords.restartHint}</p>
          </li>
        </ol>
        <LastKnock identity={identity} />
        <p className={css.emulator}>
          <IconPlug size={14} aria-hidden="true" /> {waitingWords.noCharger}{" "}
          <code>{emulatorCommand(location, identity)}</code>
        </p>
      </div>
      <Foot identity={identity} />
    </div>
  );
}

function Address({ identity }: { identity: string }) {
  const about = useStored((store) => store.about());
  const [address] = chargerAddresses(location, { ws: about?.public_ws ?? null, wss: about?.public_wss ?? null });
  if (address === undefined) return null;
  return (
    <div className={css.address}>
      <AddressText address={address} identity={identity} />
      <CopyButton name={waitingWords.copyAddress(address.scheme)} text={written(address, identity)} />
    </div>
  );
}

function LastKnock({ identity }: { identity: string }) {
  useLobby();
  const now = useLobbyNow();
  const [since] = useState(now);
  const knock = knockOf(useStored((store) => store.lobby()).knocks, identity);
  if (knock === null) {
    return (
      <p className={css.help} role="status">
        {now - since > worthAsking && <b>{waitingWords.nothingYet}</b>} <a href="#/help/connect">{waitingWords.why}</a>
      </p>
    );
  }
  return (
    <div className={css.knock} role="status">
      <IconDoorOff size={16} aria-hidden="true" />
      <div>
        <h3>{waitingWords.knocked(identity, age(now - knock.at))}</h3>
        <p>{knock.advice}</p>
        <a href="#/help/connect">{waitingWords.why}</a>
      </div>
    </div>
  );
}

function Foot({ identity }: { identity: string }) {
  const now = useNow();
  const { zone } = usePreferences();
  const known = useStored((store) => store.known()).find((one) => one.identity === identity);
  return (
    <div className={css.foot}>
      <span>{waitingWords.noFrames}</span>
      {known !== undefined && <span>{waitingWords.lastSeen(moment(known.seenAt, now, zone))}</span>}
    </div>
  );
}
