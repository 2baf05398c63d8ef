import { Button, Checkbox } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import type { Charger, Repetition } from "../../../../live/contract";
import { ctrl } from "../../../../parts/keys";
import { commandWords as words, sendWords } from "../../../../words/commands";
import { useStored } from "../../../live";
import { isBroken, maySend, type Ready, type Writing } from "../draft";
import { RepeatMenu } from "./RepeatMenu";
import css from "./Send.module.css";
import { TimeoutMenu } from "./TimeoutMenu";

/** What the send row was set to. */
export interface SendWish {
  anyway: boolean;
  timeoutMs: number | null;
  repeat: Repetition | null;
}

interface Props {
  charger: Charger;
  writing: Writing;
  ready: Ready;
  wish: SendWish;
  setWish: (wish: SendWish) => void;
  whenItComes: boolean;
  setWhenItComes: (wait: boolean) => void;
  send: (anyway: boolean) => void;
}

const usual = 30_000;

/** Send, what will happen then, how often, and how long the answer may take. */
export function SendRow({ charger, writing, ready, wish, setWish, whenItComes, setWhenItComes, send }: Props) {
  const { identity, holdBack, relay } = charger;
  const callTimeoutMs = useStored((store) => store.settings())?.callTimeoutMs ?? usual;
  const may = maySend(holdBack, whenItComes);
  const broken = isBroken(writing);
  const name = ready.kind === "wrong" ? words.sendAsRaw : broken ? words.sendRaw : words.send;
  return (
    <div className={css.sendRow}>
      <Button
        leftSection={<IconSend size={15} aria-hidden="true" />}
        rightSection={
          ready.kind === "ready" ? (
            <kbd className={css.combo} aria-hidden="true">
              {ctrl} ⏎
            </kbd>
          ) : null
        }
        disabled={!may.send}
        onClick={() => send(false)}
      >
        {name}
      </Button>
      <div className={css.words}>
        {broken && <span className={css.warn}>{words.notJson} </span>}
        <span>{sendWords(holdBack, identity, relay.kind === "open", whenItComes)}</span>
        {may.anyway && ready.kind === "ready" && (
          <Button variant="subtle" size="compact-sm" onClick={() => send(true)}>
            {words.sendAnyway}
          </Button>
        )}
        {holdBack?.kind === "absent" && (
          <Checkbox
            size="xs"
            label={words.whenItComes}
            checked={whenItComes}
            onChange={(event) => setWhenItComes(event.currentTarget.checked)}
          />
        )}
      </div>
      <div className={css.menus}>
        <RepeatMenu repeat={wish.repeat} onChange={(repeat) => setWish({ ...wish, repeat })} />
        <TimeoutMenu
          timeoutMs={wish.timeoutMs}
          usualMs={callTimeoutMs}
          onChange={(timeoutMs) => setWish({ ...wish, timeoutMs })}
        />
      </div>
    </div>
  );
}
