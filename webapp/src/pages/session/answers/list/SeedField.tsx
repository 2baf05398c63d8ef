import { Button, Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Charger } from "../../../../live/contract";
import { CopyButton } from "../../../../parts/CopyButton";
import { useLive } from "../../../live";
import css from "./List.module.css";
import { answersWords } from "../../../../words/answers";

const readable = /^[0-9a-f]{1,8}$/i;

/** The number that random choices and delays are drawn from: the same one, the same run again. */
export function SeedField({ charger }: { charger: Charger }) {
  const { seed } = charger.answers;
  const [opened, setOpened] = useState(false);
  return (
    <div className={css.seed}>
      <span>{answersWords.seed.name}</span>
      <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus>
        <Popover.Target>
          <button
            type="button"
            className={css.seedValue}
            aria-label={answersWords.seed.setName(seed)}
            onClick={() => setOpened(!opened)}
          >
            {seed}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <SeedForm charger={charger} done={() => setOpened(false)} />
        </Popover.Dropdown>
      </Popover>
      <CopyButton bare text={seed} name={answersWords.seed.copy} />
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
        label={answersWords.seed.name}
        description={answersWords.seed.hint}
        error={fits ? null : answersWords.seed.wrong}
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit">{answersWords.seed.set}</Button>
    </form>
  );
}
