import { IconChargingPile, IconListDetails, IconMessageReply, IconSend } from "@tabler/icons-react";
import { sessionHash, type View } from "../../../parts/route";
import css from "./ViewLinks.module.css";
import { sessionWords } from "../../../words/session";

const icons = { log: IconListDetails, "charge-point": IconChargingPile, answers: IconMessageReply, commands: IconSend };
const order: View[] = ["log", "charge-point", "answers", "commands"];

interface Props {
  identity: string;
  current: View;
  /** At the foot of a phone. */
  bottom?: boolean;
  /** Calls that wait for an answer, a badge at "Answers". */
  held?: number;
}

export function ViewLinks({ identity, current, bottom = false, held = 0 }: Props) {
  return (
    <nav className={bottom ? css.bottom : css.views} aria-label={sessionWords.viewsName}>
      {order.map((view) => {
        const Icon = icons[view];
        return (
          <a key={view} href={sessionHash(identity, view)} aria-current={view === current ? "page" : undefined}>
            <Icon size={bottom ? 20 : 15} stroke={1.75} aria-hidden="true" />
            <span>{sessionWords.views[view]}</span>
            {view === "answers" && held > 0 && (
              <b className={css.badge}>
                {held}
                <span className="sr-only"> {sessionWords.callsWait(held)}</span>
              </b>
            )}
          </a>
        );
      })}
    </nav>
  );
}
