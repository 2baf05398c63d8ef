import { IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import { useMemo } from "react";
import type { Charger } from "../../../../live/contract";
import { clockSeconds } from "../../../../parts/format";
import { usePreferences } from "../../../../parts/preferences";
import type { When } from "../../../../responder/rule";
import css from "./Editor.module.css";
import { lookedAt, newestMatch, type SeenCall } from "./seen_calls";
import { answersWords } from "../../../../words/answers";

interface Props {
  charger: Charger;
  when: When;
  calls: readonly SeenCall[];
}

/** Says at once whether the rule would have answered a call that came. */
export function WouldMatch({ charger, when, calls }: Props) {
  const { zone } = usePreferences();
  const { identity } = charger;
  const version = charger.connection?.version ?? "ocpp1.6";
  const booted = charger.facts.boot === "accepted";
  const match = useMemo(
    () => newestMatch(when, calls, { identity, version, booted }),
    [when, calls, identity, version, booted],
  );
  if (calls.length === 0) return null;
  return match === undefined ? (
    <span className={css.match}>
      <IconCircleDashed size={14} aria-hidden="true" /> {answersWords.when.matchesNone(lookedAt)}
    </span>
  ) : (
    <span className={css.match} data-fits>
      <IconCircleCheck size={14} aria-hidden="true" />{" "}
      {answersWords.when.wouldMatch(match.action, clockSeconds(match.row.at, zone))}
    </span>
  );
}
