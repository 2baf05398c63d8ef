import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { emulatorCommand } from "../../parts/address";
import { CopyButton } from "../../parts/CopyButton";
import { useKeys } from "../../parts/keys";
import { useStored } from "../live";
import { ChargerTable } from "./ChargerTable";
import { found } from "./find";
import css from "./Start.module.css";
import { startWords } from "../../words/start";

// Fewer can be found by looking.
const worthSearching = 8;

export function ConnectedNow() {
  const lobby = useStored((store) => store.lobby());
  const [wanted, setWanted] = useState("");
  const box = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => box.current?.focus() });
  const connected = lobby.chargers.filter(({ left }) => left === null).length;
  const shown = found(lobby.chargers, wanted);
  return (
    <section aria-label={startWords.connected.title}>
      <div className={css.head}>
        <h2>{startWords.connected.title}</h2>
        {connected > 0 && <span className={css.count}>{connected}</span>}
        {lobby.chargers.length >= worthSearching && (
          <TextInput
            ref={box}
            className={css.find}
            aria-label={startWords.connected.find}
            placeholder={startWords.connected.find}
            leftSection={<IconSearch size={15} aria-hidden="true" />}
            rightSection={<kbd className="key">/</kbd>}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        )}
      </div>
      {lobby.chargers.length > 0 ? <ChargerTable chargers={shown} /> : <Nobody heard={lobby.heard} />}
    </section>
  );
}

function Nobody({ heard }: { heard: boolean }) {
  const emulator = emulatorCommand(location);
  return (
    <div className={`card ${css.empty}`}>
      {heard ? (
        <>
          <p>{startWords.connected.nobody}</p>
          <p>
            <code>{emulator}</code> <CopyButton bare name={startWords.connected.copyEmulator} text={emulator} />
          </p>
        </>
      ) : (
        <p>{startWords.connected.asking}</p>
      )}
    </div>
  );
}
