import { Button } from "@mantine/core";
import { useState } from "react";
import { chargerAddresses, written } from "../../parts/address";
import { never } from "../../engine/never";
import { useStored } from "../live";
import css from "./Help.module.css";
import { dial, type Trial, tryName } from "./try_here";
import { helpWords } from "../../words/help";

/** Dials the charger's address from this very browser: the fault lies before or behind it. */
export function TryHere() {
  const about = useStored((store) => store.about());
  const [trial, setTrial] = useState<Trial>({ kind: "idle" });
  const [address] = chargerAddresses(location, { ws: about?.public_ws ?? null, wss: about?.public_wss ?? null });
  if (address === undefined) return null;
  const start = () => {
    setTrial({ kind: "dialling" });
    void dial(written(address, tryName())).then(setTrial);
  };
  return (
    <div className={`card ${css.try}`}>
      <Button loading={trial.kind === "dialling"} onClick={start}>
        {helpWords.tryHere.button}
      </Button>
      <code>{written(address, "try-xxxx")}</code>
      <p role="status" data-tone={trial.kind}>
        {wordsOf(trial)}
      </p>
    </div>
  );
}

function wordsOf(trial: Trial): string {
  switch (trial.kind) {
    case "idle":
      return "";
    case "dialling":
      return helpWords.tryHere.dialling;
    case "works":
      return helpWords.tryHere.works;
    case "failed":
      return helpWords.tryHere.fails(trial.words);
    default:
      return never(trial);
  }
}
