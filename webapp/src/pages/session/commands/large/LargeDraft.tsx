import type { Charger } from "../../../../live/contract";
import { commandWords as words } from "../../../../words/commands";
import { commandVersion, sentenceOf } from "../catalogue/actions";
import { type Sheet, writeCommand } from "../desk";
import { DraftFields } from "../send/DraftFields";
import { FavouriteButton } from "../send/FavouriteButton";
import { PresetSelect } from "../send/PresetSelect";
import { RepeatLines } from "../send/RepeatLines";
import { SendRow } from "../send/SendRow";
import { useSending } from "../send/useSending";
import { Warning } from "../send/Warning";
import css from "./Large.module.css";

/** The draft: head, form and JSON, and the row that sends it. */
export function LargeDraft({ charger, sheet: { writing } }: { charger: Charger; sheet: Sheet }) {
  const { pressed, ...sending } = useSending(charger, writing);
  const { kind, action } = writing;
  const version = commandVersion(action, charger.connection?.version);
  const name = kind === "raw" ? words.raw : kind === "any" ? words.any : action;
  return (
    <div className={css.draft} role="group" aria-label={name} onKeyDown={pressed}>
      <div className={css.head}>
        <h3>{name}</h3>
        <span className={`${css.sentence} clip`}>{kind === "call" ? sentenceOf(action) : ""}</span>
        <PresetSelect charger={charger} writing={writing} />
        <FavouriteButton version={version} writing={writing} />
      </div>
      <div className={css.fields} data-kind={kind}>
        <DraftFields
          charger={charger}
          writing={writing}
          setWriting={(next) => writeCommand(charger.identity, next)}
          large
          autoFocus
        />
      </div>
      <div className={css.sending}>
        <Warning writing={writing} />
        <SendRow {...{ charger, writing, ...sending }} />
        <RepeatLines charger={charger} />
      </div>
    </div>
  );
}
