import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { settingWords } from "../../../../words/glance";
import { type Ask, readSome } from "./requests";
import css from "./Settings.module.css";

interface Props {
  version: string;
  second: boolean;
  lame: string | null;
  send: (ask: Ask) => void;
  everything: () => void;
  /** Null where there is nothing else to show. */
  away: (() => void) | null;
}

/** Before everything is asked for the first time: what may come of it, and a smaller way. */
export function ReadFirst({ version, second, lame, send, everything, away }: Props) {
  const [typed, setTyped] = useState("");
  const some = readSome(version, typed);
  const ask = () => {
    if (some === null || lame !== null) return;
    send(some);
    setTyped("");
  };
  return (
    <div className={css.first}>
      <p>{settingWords.notRead}</p>
      {lame !== null && <p className={css.hint}>{lame}</p>}
      <div className={css.row}>
        <TextInput
          className={css.grow ?? ""}
          aria-label={settingWords.single}
          placeholder={second ? settingWords.singleVariables : settingWords.singlePlaceholder}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && ask()}
        />
        <Button variant="default" disabled={some === null || lame !== null} onClick={ask}>
          {settingWords.ask}
        </Button>
      </div>
      <div className={css.row}>
        <Button variant="default" disabled={lame !== null} onClick={everything}>
          {settingWords.readAll}
        </Button>
        {away !== null && (
          <Button variant="subtle" color="gray" onClick={away}>
            {settingWords.notNow}
          </Button>
        )}
      </div>
    </div>
  );
}
