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
  if (catchingUp || presence.kind === "asking") return "Showing what this browser kept; asking for the rest.";
  if (lastFrameAt !== null) return "Cleared. New frames appear here.";
  if (presence.kind === "online") return "Connected. Nothing said yet; most chargers start with BootNotification.";
  return "No frame is kept here.";
}
