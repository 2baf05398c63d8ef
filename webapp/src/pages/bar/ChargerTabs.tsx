import { ActionIcon, Menu } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconChevronDown, IconX } from "@tabler/icons-react";
import { Dot } from "../../parts/Chip";
import { sessionHash } from "../../parts/route";
import { useNow } from "../../parts/tick";
import { goTo } from "../../parts/useRoute";
import { useLive, useStored } from "../live";
import { presenceWords } from "../session/state_words";
import css from "./AppBar.module.css";
import { shellWords } from "../../words/shell";

// Roughly what a tab with a common identity takes; the rest folds into "n more".
const tabWidth = 158;

/** One tab per open charger: dot and word for its state, a badge for calls that wait, close. */
export function ChargerTabs({ current }: { current: string | null }) {
  const open = useStored((store) => store.open());
  const { ref, width } = useElementSize();
  const room = Math.max(1, Math.floor(width / tabWidth));
  const { shown, folded } = split(open, room, current);
  return (
    <div ref={ref} className={css.tabs}>
      {shown.map((identity) => (
        <ChargerTab key={identity} identity={identity} current={identity === current} />
      ))}
      {folded.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className={css.more}>
              {shellWords.bar.more(folded.length)} <IconChevronDown size={14} aria-hidden="true" />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {folded.map((identity) => (
              <Menu.Item key={identity} component="a" href={sessionHash(identity)}>
                {identity}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

/** The current one is always among those shown. */
function split(open: readonly string[], room: number, current: string | null) {
  const first = open.slice(0, room);
  const hidden = current !== null && open.includes(current) && !first.includes(current);
  const shown = hidden ? [...first.slice(0, room - 1), current] : first;
  return { shown, folded: open.filter((identity) => !shown.includes(identity)) };
}

function ChargerTab({ identity, current }: { identity: string; current: boolean }) {
  const live = useLive();
  const now = useNow();
  const charger = useStored((store) => store.charger(identity));
  const state = presenceWords(charger, now);
  const held = charger?.counts.held ?? 0;
  const shut = () => {
    live.ask({ kind: "shut", identity });
    if (current) goTo("#/");
  };
  return (
    <div className={css.pair} data-current={current}>
      <a className={css.tab} href={sessionHash(identity)} aria-current={current ? "page" : undefined}>
        <Dot tone={state.tone} />
        <span className="clip">{identity}</span>
        <span className="sr-only">, {state.words}</span>
        {held > 0 && (
          <span className={css.badge}>
            {held}
            <span className="sr-only"> {shellWords.callsWait(held)}</span>
          </span>
        )}
      </a>
      {current && (
        <ActionIcon className={css.close} size={24} aria-label={shellWords.bar.close(identity)} onClick={shut}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </div>
  );
}
