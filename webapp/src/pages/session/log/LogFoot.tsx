import { IconCircleCheck, IconUnlink } from "@tabler/icons-react";
import type { Charger } from "../../../live/contract";
import { fileIdentity } from "../../../live/files/file_identity";
import { Dot } from "../../../parts/Chip";
import { clockSeconds, count, counted } from "../../../parts/format";
import { usePreferences } from "../../../parts/preferences";
import type { Marks } from "../../../live/page_store";
import { logWords } from "../../../words/log";
import type { Filter, StateFilter } from "./filter";
import css from "./LogRegion.module.css";

interface Props {
  charger: Charger;
  following: boolean;
  short: boolean;
  filter: Filter;
  setFilter: (filter: Filter) => void;
  marks: Marks;
}

// From here on the rate says more than the count.
const fast = 100;

/** Following or paused, how many of what, and whether something is missing. */
export function LogFoot({ charger, following, short, filter, setFilter, marks }: Props) {
  const { counts, framesPerSecond } = charger;
  const pinned = [...marks.values()].filter((mark) => mark.pinned).length;
  const noted = [...marks.values()].filter((mark) => mark.note !== "").length;
  const only = (state: StateFilter) => setFilter({ ...filter, states: filter.states.includes(state) ? [] : [state] });
  const numbers: { words: string; state: StateFilter; tone: string }[] = [
    {
      words: logWords.foot.waiting(count(counts.waiting)),
      state: "waiting" as const,
      tone: "warn",
      many: counts.waiting,
    },
    { words: logWords.foot.late(count(counts.late)), state: "late" as const, tone: "warn", many: counts.late },
    {
      words: logWords.foot.unanswered(count(counts.unanswered)),
      state: "unanswered" as const,
      tone: "warn",
      many: counts.unanswered,
    },
    { words: counted(counts.errors, "error"), state: "error" as const, tone: "bad", many: counts.errors },
    {
      words: logWords.foot.malformed(count(counts.malformed)),
      state: "malformed" as const,
      tone: "bad",
      many: counts.malformed,
    },
    { words: `${count(pinned)} ${logWords.pinned}`, state: "pinned" as const, tone: "plain", many: pinned },
    { words: `${count(noted)} ${logWords.noted}`, state: "noted" as const, tone: "plain", many: noted },
  ].filter(({ many }) => many > 0);
  return (
    <div className={css.foot}>
      {counts.frames > 0 && charger.identity !== fileIdentity && (
        <span className={css.follow}>
          <Dot tone={following ? "ok" : "none"} /> {following ? logWords.foot.following : logWords.foot.paused}
          {framesPerSecond >= fast && logWords.foot.rate(count(framesPerSecond))}
        </span>
      )}
      <span>{counted(counts.frames, "frame")}</span>
      {!short && <span>{counted(counts.calls, "call")}</span>}
      {!short &&
        numbers.map(({ words, state, tone }) => (
          <button
            key={state}
            type="button"
            data-tone={tone}
            aria-pressed={filter.states.includes(state)}
            onClick={() => only(state)}
          >
            {words}
          </button>
        ))}
      <Completeness charger={charger} short={short} />
    </div>
  );
}

function Completeness({ charger, short }: { charger: Charger; short: boolean }) {
  const { zone } = usePreferences();
  const { completeness, catchingUp, counts } = charger;
  if (catchingUp) return <span className={css.complete}>{logWords.foot.asking}</span>;
  if (completeness.kind === "gap") {
    return (
      <span className={css.complete} data-tone="warn">
        <IconUnlink size={14} aria-hidden="true" /> {completeness.words}
      </span>
    );
  }
  if (counts.dropped > 0) {
    return <span className={css.complete}>{logWords.foot.dropped(count(counts.frames), count(counts.dropped))}</span>;
  }
  if (completeness.since === null || short) return null;
  return (
    <span className={css.complete}>
      <IconCircleCheck size={14} aria-hidden="true" /> {logWords.foot.complete(clockSeconds(completeness.since, zone))}
    </span>
  );
}
