import { Alert } from "@mantine/core";
import type { ReactNode } from "react";
import type { Charger } from "../../../../live/contract";
import { commandWords as words } from "../../../../words/commands";
import { itemOf, type Sheet } from "../desk";
import { LargeDraft } from "./LargeDraft";
import css from "./Large.module.css";
import { Picker } from "./Picker";
import { SentTable } from "./SentTable";

interface Props {
  charger: Charger;
  sheet: Sheet | null;
  /** The command that the address names. */
  item: string | null;
  /** The region's own, over the picker. */
  head: ReactNode;
}

/** All commands, the draft with all its fields, and what became of earlier ones. */
export function LargeForm({ charger, sheet, item, head }: Props) {
  const { refused } = charger;
  return (
    <div className={css.large}>
      <div className={css.side}>
        {head}
        <Picker charger={charger} item={sheet === null ? item : itemOf(sheet.writing)} />
      </div>
      <div className={css.main} data-draft={sheet !== null}>
        {sheet === null ? (
          <p className={css.choose}>{words.chooseOne}</p>
        ) : (
          <LargeDraft key={sheet.number} charger={charger} sheet={sheet} />
        )}
        {refused !== null && (
          <Alert color="red" variant="light" className={css.refused}>
            {refused.words}
          </Alert>
        )}
        <SentTable charger={charger} />
      </div>
    </div>
  );
}
