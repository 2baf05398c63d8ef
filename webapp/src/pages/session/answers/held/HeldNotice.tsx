import { Button } from "@mantine/core";
import { IconHandStop } from "@tabler/icons-react";
import type { Charger } from "../../../../live/contract";
import { sessionHash } from "../../../../parts/route";
import { useNow } from "../../../../parts/tick";
import css from "./Held.module.css";
import { barWords } from "./held_words";
import { answersWords } from "../../../../words/answers";

/** The oldest call that waits, in a bar where its card is not in sight. */
export function HeldNotice({ charger }: { charger: Charger }) {
  const now = useNow() + (charger.clockOffset ?? 0);
  const call = charger.held.find(({ state }) => state === "waiting");
  if (call === undefined) return null;
  return (
    <div className={css.notice}>
      <IconHandStop size={20} stroke={1.75} aria-hidden="true" />
      <div>
        <b>{answersWords.held.waits(call.action)}</b>
        <span>{barWords(call, now)}</span>
      </div>
      <Button component="a" href={sessionHash(charger.identity, "answers")}>
        {answersWords.held.answer}
      </Button>
    </div>
  );
}
