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
const first: Repetition = { times: 10, everyMs: 5000 };

/** Once, or so many times every so many seconds. */
export function RepeatMenu({ repeat, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const { times, everyMs } = repeat ?? first;
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
          onChange={(next) => onChange({ times: Math.min(mostTimes, Math.max(1, Number(next) || 1)), everyMs })}
        />
        <NumberInput
          label={words.every}
          min={0.1}
          max={86_400}
          step={1}
          value={everyMs / 1000}
          onChange={(next) => onChange({ times, everyMs: Math.max(100, (Number(next) || 0.1) * 1000) })}
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
