import { Button, NumberInput, Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { commandWords as words } from "../../../../words/commands";
import css from "./Send.module.css";

interface Props {
  /** Null: as in the settings. */
  timeoutMs: number | null;
  usualMs: number;
  onChange: (timeoutMs: number | null) => void;
}

/** How long the answer to this command may take. */
export function TimeoutMenu({ timeoutMs, usualMs, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const ms = timeoutMs ?? usualMs;
  return (
    <Popover opened={open} onChange={setOpen} position="top-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          onClick={() => setOpen(!open)}
        >
          {words.timeout(ms)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css.menu}>
        <NumberInput
          label={words.timeoutSeconds}
          description={words.timeoutHint}
          min={1}
          max={3600}
          allowDecimal={false}
          value={ms / 1000}
          onChange={(next) => onChange(Math.min(3600, Math.max(1, Number(next) || 1)) * 1000)}
        />
        <Button
          variant="default"
          onClick={() => {
            onChange(null);
            setOpen(false);
          }}
        >
          {words.timeoutDefault(usualMs)}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
