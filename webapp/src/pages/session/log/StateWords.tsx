import {
  IconAlertTriangle,
  IconClockHour4,
  IconClockOff,
  IconHandStop,
  IconListCheck,
  IconMessageReply,
  IconRobot,
  IconShield,
  IconUser,
  IconUserCheck,
  IconX,
} from "@tabler/icons-react";
import type { FrameRow } from "../../../live/contract";
import { useNow } from "../../../parts/tick";
import css from "./Rows.module.css";
import { isRunning, type RowTone, shortState, type StateIcon, stateText } from "./row_words";

const icons: Record<Exclude<StateIcon, null>, typeof IconX> = {
  waiting: IconClockHour4,
  held: IconHandStop,
  late: IconClockOff,
  bad: IconX,
  malformed: IconAlertTriangle,
  rule: IconListCheck,
  default: IconMessageReply,
  hand: IconUser,
  fallback: IconShield,
  headless: IconRobot,
  other: IconUserCheck,
};

interface Props {
  row: FrameRow;
  /** Relay clock minus browser clock. */
  offset: number;
  short?: boolean;
}

/** The state of a row; a running number only where something waits. */
export function StateWords(props: Props) {
  return isRunning(props.row) ? <Running {...props} /> : <Still {...props} now={0} />;
}

function Running(props: Props) {
  const now = useNow();
  return <Still {...props} now={now + props.offset} />;
}

function Still({ row, short = false, now }: Props & { now: number }) {
  const text = short ? shortState(row, now) : stateText(row, now);
  return <StateMark tone={text.tone} icon={text.icon} words={text.words} />;
}

export function StateMark({ tone, icon, words }: { tone: RowTone; icon: StateIcon; words: string }) {
  const Icon = icon === null ? null : icons[icon];
  return (
    <span className={css.state} data-tone={tone}>
      {Icon !== null && <Icon size={14} stroke={1.75} aria-hidden="true" />}
      <span className="clip">{words}</span>
    </span>
  );
}
