import { IconChargingPile, IconListDetails, IconMessageReply, IconSend } from "@tabler/icons-react";
import { sessionHash, type View } from "../../../parts/route";
import css from "./ViewLinks.module.css";

export const viewNames: Record<View, string> = {
  log: "Log",
  "charge-point": "Charge point",
  answers: "Answers",
  commands: "Commands",
};

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
    <nav className={bottom ? css.bottom : css.views} aria-label="Views of this charger">
      {order.map((view) => {
        const Icon = icons[view];
        return (
          <a key={view} href={sessionHash(identity, view)} aria-current={view === current ? "page" : undefined}>
            <Icon size={bottom ? 20 : 15} stroke={1.75} aria-hidden="true" />
            <span>{viewNames[view]}</span>
            {view === "answers" && held > 0 && (
              <b className={css.badge}>
                {held}
                <span className="sr-only"> {held === 1 ? "call waits" : "calls wait"}</span>
              </b>
            )}
          </a>
        );
      })}
    </nav>
  );
}
