import { IconHandStop } from "@tabler/icons-react";
import type { HeldCall } from "../../../../live/contract";
import { useNow } from "../../../../parts/tick";
import css from "./Held.module.css";
import { seconds } from "./held_words";
import { answersWords } from "../../../../words/answers";

interface Props {
  call: HeldCall;
  /** The action of the open card, when this call came while that one waited. */
  before: string | null;
  offset: number;
  onOpen: () => void;
}

/** Another call that waits; opens its card. */
export function HeldLine({ call, before, offset, onOpen }: Props) {
  const now = useNow() + offset;
  return (
    <button type="button" className={css.line} onClick={onOpen}>
      <IconHandStop size={15} aria-hidden="true" />
      <b>{call.action}</b>
      <span className="clip">{before === null ? answersWords.held.too : answersWords.held.sentBefore(before)}</span>
      <span className={css.lineAge}>{seconds(Math.max(0, now - call.at))}</span>
    </button>
  );
}
