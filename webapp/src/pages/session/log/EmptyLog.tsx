import { Button } from "@mantine/core";
import type { Charger } from "../../../live/contract";
import { count } from "../../../parts/format";
import { logWords } from "../../../words/log";
import css from "./LogRegion.module.css";

interface Props {
  charger: Charger;
  /** Rows that the filter keeps back. */
  hidden: number;
  clear: () => void;
}

export function EmptyLog({ charger, hidden, clear }: Props) {
  if (hidden > 0) {
    return (
      <div className={css.empty}>
        <p>{logWords.noFrameFits(count(hidden))}</p>
        <Button variant="default" onClick={clear}>
          {logWords.clearFilter}
        </Button>
      </div>
    );
  }
  return <p className={css.empty}>{wordsFor(charger)}</p>;
}

function wordsFor({ presence, catchingUp, lastFrameAt }: Charger): string {
  if (catchingUp || presence.kind === "asking") return logWords.empty.asking;
  if (lastFrameAt !== null) return logWords.empty.cleared;
  if (presence.kind === "online") return logWords.empty.nothingSaid;
  return logWords.empty.nothingKept;
}
