import type { CommandState } from "../../../../live/contract";
import { toldOf } from "../outcome";
import css from "./Large.module.css";

/** "Accepted in 212 ms": what was said in its tone, the rest quietly. */
export function AnswerWords({ state, now }: { state: CommandState; now: number }) {
  const { said, tone, more } = toldOf(state, now);
  return (
    <>
      <span className={css.said} data-tone={tone}>
        {said}
      </span>
      {more !== null && <span className={css.more}> {more}</span>}
    </>
  );
}
