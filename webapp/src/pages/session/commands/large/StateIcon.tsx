import { IconCheck, IconClockHour4, IconClockOff, IconDots, IconX } from "@tabler/icons-react";
import type { CommandState } from "../../../../live/contract";
import { never } from "../../../../engine/never";

/** The state as a sign; its words stand beside it. */
export function StateIcon({ state }: { state: CommandState }) {
  switch (state.kind) {
    case "queued":
    case "sending":
      return <IconDots size={15} color="var(--text-3)" aria-hidden="true" />;
    case "outstanding":
      return <IconClockHour4 size={15} color="var(--warn)" aria-hidden="true" />;
    case "answered":
      return state.good ? (
        <IconCheck size={15} color="var(--ok)" aria-hidden="true" />
      ) : (
        <IconX size={15} color="var(--bad)" aria-hidden="true" />
      );
    case "no-answer":
    case "late":
      return <IconClockOff size={15} color="var(--warn)" aria-hidden="true" />;
    case "sent":
      return <IconCheck size={15} color="var(--text-3)" aria-hidden="true" />;
    case "refused":
      return <IconX size={15} color="var(--bad)" aria-hidden="true" />;
    default:
      return never(state);
  }
}
