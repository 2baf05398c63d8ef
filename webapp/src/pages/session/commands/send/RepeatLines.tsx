import { Button, CloseButton, Progress } from "@mantine/core";
import type { Charger } from "../../../../live/contract";
import { commandWords as words, repeatWords } from "../../../../words/commands";
import { useLive } from "../../../live";
import css from "./Send.module.css";

/** Commands that are sent again and again: how far they are, and the way to stop them. */
export function RepeatLines({ charger }: { charger: Charger }) {
  const live = useLive();
  const { identity, repeats } = charger;
  if (repeats.length === 0) return null;
  return (
    <div className={css.repeats} role="group" aria-label={words.repeatName("")}>
      {repeats.map((repeat) => {
        const { id, action, sent, times, end } = repeat;
        const name = action ?? words.rawFrame;
        const stop = () => live.ask({ kind: "stop", identity, repeat: id });
        return (
          <div key={id} className={css.repeat} data-ended={end !== null} role="status">
            <strong>{name}</strong>
            <span>{repeatWords(repeat)}</span>
            <Progress
              className={css.progress}
              size="sm"
              value={(sent / times) * 100}
              aria-label={words.repeatedOf(name, sent, times)}
            />
            {end === null ? (
              <Button variant="default" size="compact-sm" onClick={stop}>
                {words.stop}
              </Button>
            ) : (
              <CloseButton size={20} aria-label={words.forget} onClick={stop} />
            )}
          </div>
        );
      })}
    </div>
  );
}
