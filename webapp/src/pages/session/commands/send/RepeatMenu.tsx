import { Button, NumberInput, Popover } from "@mantine/core";
import { IconChevronDown, IconRepeat } from "@tabler/icons-react";
import { useState } from "react";
import type { Repetition } from "../../../../live/contract";
import { commandWords as words } from "../../../../words/commands";
import css from "./Send.module.css";

interface Props {
  repeat: Repetition | null;
  onChange: (repeat: Repetition | null) => void;
}

const mostTimes = 100_000;
const firstEveryMs = 5000;

/** Once, or so many times every so many seconds. */
export function RepeatMenu({ repeat, onChange }: Props) {
  const [open, setOpen] = useState(false);
  // What is shown is what Send does: "1" until a number is typed, however long the pause already is.
  const [pause, setPause] = useState(firstEveryMs);
  const times = repeat?.times ?? 1;
  const everyMs = repeat?.everyMs ?? pause;
  const change = (next: Repetition) => {
    setPause(next.everyMs);
    onChange(next.times === 1 ? null : next);
  };
  const shown = repeat === null ? words.once : words.repeated(times, everyMs);
  return (
    <Popover opened={open} onChange={setOpen} position="top-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          aria-label={words.repeatName(shown)}
          leftSection={<IconRepeat size={14} aria-hidden="true" />}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          onClick={() => setOpen(!open)}
        >
          {shown}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css.menu}>
        <NumberInput
          label={words.times}
          min={1}
          max={mostTimes}
          allowDecimal={false}
          value={times}
          onChange={(next) => change({ times: Math.min(mostTimes, Math.max(1, Number(next) || 1)), everyMs })}
        />
        <NumberInput
          label={words.every}
          min={0.1}
          max={86_400}
          step={1}
          value={everyMs / 1000}
          onChange={(next) => change({ times, everyMs: Math.max(100, (Number(next) || 0.1) * 1000) })}
        />
        <Button
          variant="default"
          onClick={() => {
            onChange(null);
            setOpen(false);
          }}
        >
          {words.once}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
