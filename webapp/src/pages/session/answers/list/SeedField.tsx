import { Button, Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Charger } from "../../../../live/contract";
import { CopyButton } from "../../../../parts/CopyButton";
import { useLive } from "../../../live";
import css from "./List.module.css";

const readable = /^[0-9a-f]{1,8}$/i;

/** The number that random choices and delays are drawn from: the same one, the same run again. */
export function SeedField({ charger }: { charger: Charger }) {
  const { seed } = charger.answers;
  const [opened, setOpened] = useState(false);
  return (
    <div className={css.seed}>
      <span>Random seed</span>
      <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus>
        <Popover.Target>
          <button
            type="button"
            className={css.seedValue}
            aria-label={`Random seed ${seed}, set`}
            onClick={() => setOpened(!opened)}
          >
            {seed}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <SeedForm charger={charger} done={() => setOpened(false)} />
        </Popover.Dropdown>
      </Popover>
      <CopyButton bare text={seed} name="Copy the random seed" />
    </div>
  );
}

function SeedForm({ charger, done }: { charger: Charger; done: () => void }) {
  const live = useLive();
  const [typed, setTyped] = useState(charger.answers.seed);
  const fits = readable.test(typed.trim());
  const set = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (!fits) return;
    live.ask({ kind: "seed", identity: charger.identity, seed: typed.trim().toLowerCase() });
    done();
  };
  return (
    <form className={css.seedForm} onSubmit={set}>
      <TextInput
        label="Random seed"
        description="The same seed, the same random choices from here on."
        error={fits ? null : "One to eight digits of 0-9 and a-f."}
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit">Set</Button>
    </form>
  );
}
