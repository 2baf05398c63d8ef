import { Checkbox, Popover } from "@mantine/core";
import { useState } from "react";
import type { SeriesName } from "../../../../live/contract";
import { chartWords } from "../../../../words/glance";
import css from "./Chart.module.css";
import { Dash } from "./Dash";
import { seriesTitle } from "./series_words";

interface Props {
  all: readonly SeriesName[];
  shown: readonly SeriesName[];
  scheme: "light" | "dark";
  toggle: (key: string, on: boolean) => void;
}

/** What is drawn, a chip each that takes it away; what is not stands behind "n more". */
export function Legend({ all, shown, scheme, toggle }: Props) {
  const [open, setOpen] = useState(false);
  const on = new Set(shown.map(({ key }) => key));
  const hidden = all.length - shown.length;
  return (
    <div className={css.legend}>
      {shown.map((name, place) => (
        <button
          key={name.key}
          type="button"
          className={css.chip}
          aria-pressed="true"
          title={chartWords.hide(seriesTitle(name))}
          onClick={() => toggle(name.key, false)}
        >
          <Dash place={place} scheme={scheme} />
          {seriesTitle(name)}
        </button>
      ))}
      {(hidden > 0 || open) && (
        <Popover opened={open} onChange={setOpen} trapFocus position="bottom-start" withinPortal>
          <Popover.Target>
            <button type="button" className={css.more} onClick={() => setOpen(!open)}>
              <svg width="14" height="4" aria-hidden="true">
                <line x1="0" y1="2" x2="14" y2="2" stroke="currentColor" strokeWidth="2" />
              </svg>
              {chartWords.more(hidden)}
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <div className={css.choices} role="group" aria-label={chartWords.series}>
              {all.map((name) => (
                <Checkbox
                  key={name.key}
                  size="xs"
                  label={seriesTitle(name)}
                  checked={on.has(name.key)}
                  onChange={(event) => toggle(name.key, event.currentTarget.checked)}
                />
              ))}
            </div>
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  );
}
