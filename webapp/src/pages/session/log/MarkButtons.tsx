import { Button } from "@mantine/core";
import { IconNote, IconPin, IconPinFilled } from "@tabler/icons-react";
import { logWords } from "../../../words/log";
import css from "./Detail.module.css";
import type { Marking } from "./useMarking";

/** "Pin" and "Note"; where there is little room, their icons. The keys P and N do the same. */
export function MarkButtons({ marking }: { marking: Marking }) {
  const pinned = marking.mark?.pinned ?? false;
  const pin = pinned ? logWords.unpin : logWords.pin;
  const common = { variant: "subtle", color: "gray", size: "compact-sm", className: css.foldable } as const;
  return (
    <>
      <Button
        {...common}
        aria-label={logWords.pin}
        aria-pressed={pinned}
        title={pin}
        leftSection={pinned ? <IconPinFilled size={15} aria-hidden="true" /> : <IconPin size={15} aria-hidden="true" />}
        onClick={marking.pin}
      >
        <span className={css.label}>{pin}</span>
      </Button>
      <Button
        {...common}
        aria-label={logWords.note}
        title={logWords.note}
        leftSection={<IconNote size={15} aria-hidden="true" />}
        onClick={marking.note}
      >
        <span className={css.label}>{logWords.note}</span>
      </Button>
    </>
  );
}
