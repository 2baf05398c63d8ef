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
        <h2 className="display">Waiting for {identity} to connect</h2>
        <p className={css.lead}>This page is ready. The first frame appears here the moment the charger connects.</p>
        <ol className={css.steps}>
          <li>
            <h3>Give the charger this address</h3>
            <Address identity={identity} />
          </li>
          <li>
            <h3>Choose OCPP 1.6 JSON, 2.0.1 or 2.1</h3>
            <p>The charger picks the version; the relay takes all of them. SOAP is not JSON.</p>
          </li>
          <li>
            <h3>Restart the charger if nothing happens for a minute</h3>
            <p>Many read the address only when they start.</p>
          </li>
        </ol>
        <LastKnock identity={identity} />
        <p className={css.emulator}>
          <IconPlug size={14} aria-hidden="true" /> No charger at hand? Run{" "}
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
      <CopyButton name={`Copy ${address.scheme} address`} text={written(address, identity)} />
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
        {now - since > worthAsking && <b>{waitingWords.nothingYet}</b>}{" "}
        <a href="#/help/connect">Why does it not connect?</a>
      </p>
    );
  }
  return (
    <div className={css.knock} role="status">
      <IconDoorOff size={16} aria-hidden="true" />
      <div>
        <h3>
          {identity} knocked {age(now - knock.at)} ago and was turned away
        </h3>
        <p>{knock.advice}</p>
        <a href="#/help/connect">Why does it not connect?</a>
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
      <span>0 frames</span>
      {known !== undefined && <span>Last seen here {moment(known.seenAt, now, zone)}.</span>}
    </div>
  );
}
