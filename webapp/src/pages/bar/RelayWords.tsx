import { Button } from "@mantine/core";
import { Dot } from "../../parts/Chip";
import { useNow } from "../../parts/tick";
import { useLive, useStored } from "../live";
import css from "./AppBar.module.css";
import { relayWords } from "./relay_words";
import { shellWords } from "../../words/shell";

/** The relay's state, at the right of the bar. */
export function RelayWords() {
  const live = useLive();
  const now = useNow();
  const relay = useStored((store) => store.relay());
  const busLost = useStored((store) =>
    store.open().some((identity) => typeof store.charger(identity)?.busLostAt === "number"),
  );
  const state = relayWords(relay, busLost, now);
  if (state === null) return null;
  return (
    <div className={css.relay} data-tone={state.tone} role="status">
      <Dot tone={state.tone} />
      <span className={css.word}>{state.words}</span>
      {state.retry && (
        <Button size="compact-xs" variant="default" onClick={() => live.ask({ kind: "retry" })}>
          {shellWords.relay.now}
        </Button>
      )}
    </div>
  );
}
