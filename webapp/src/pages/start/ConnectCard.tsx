import { Button, TextInput } from "@mantine/core";
import { IconPlug } from "@tabler/icons-react";
import type { About } from "../../live/contract";
import { adviceOn, chargerAddresses, emulatorCommand } from "../../parts/address";
import { CopyButton } from "../../parts/CopyButton";
import { sessionHash } from "../../parts/route";
import { goTo } from "../../parts/useRoute";
import { AddressLine } from "./AddressLine";
import { SeenBefore } from "./SeenBefore";
import css from "./Start.module.css";
import { startWords } from "../../words/start";

interface Props {
  identity: string;
  setIdentity: (identity: string) => void;
  about: About | null;
}

/** The name, and the addresses that grow with it. */
export function ConnectCard({ identity, setIdentity, about }: Props) {
  const name = identity.trim();
  const advice = adviceOn(name);
  const emulator = emulatorCommand(location);
  const addresses = chargerAddresses(location, { ws: about?.public_ws ?? null, wss: about?.public_wss ?? null });
  const open = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (name !== "") goTo(sessionHash(name));
  };
  return (
    <div className={`card ${css.connect}`}>
      <form onSubmit={open}>
        <label className={css.label} htmlFor="identity">
          {startWords.connect.identity}
        </label>
        <div className={css.field}>
          <TextInput
            id="identity"
            size="sm"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={identity}
            onChange={(event) => setIdentity(event.currentTarget.value)}
            aria-describedby="identity-hint"
          />
          <Button type="submit" size="sm" disabled={name === ""}>
            {startWords.connect.open}
          </Button>
        </div>
        <div id="identity-hint">
          <p className={css.hint}>{startWords.connect.hint}</p>
          {advice !== null && <p className={css.advice}>{advice}</p>}
        </div>
        <SeenBefore />
        <p className={css.emulator}>
          <IconPlug size={14} aria-hidden="true" /> {startWords.connect.noCharger} <code>{emulator}</code>
          <CopyButton bare name={startWords.connect.copyEmulator} text={emulator} />
        </p>
      </form>
      <div>
        <div className={css.label}>{startWords.connect.address}</div>
        {addresses.map((address) => (
          <AddressLine key={address.scheme} address={address} identity={name} />
        ))}
      </div>
    </div>
  );
}
