import { ActionIcon, Button } from "@mantine/core";
import { IconChevronRight, IconHandStop, IconPin, IconPinFilled } from "@tabler/icons-react";
import type { Charger, HeldCall } from "../../../../live/contract";
import { Bold } from "./Bold";
import { clock } from "../../../../parts/format";
import { shownJson } from "./shown_json";
import { JsonText } from "../../../../parts/JsonText";
import { usePreferences } from "../../../../parts/preferences";
import { Side } from "../../../../parts/Side";
import { useNow } from "../../../../parts/tick";
import { useLive, useStored } from "../../../live";
import type { InUse } from "../useProfile";
import { HandAnswer } from "./HandAnswer";
import css from "./Held.module.css";
import { waitingOf } from "./held_words";
import { WaitBar } from "./WaitBar";
import { answersWords } from "../../../../words/answers";

interface Props {
  charger: Charger;
  inUse: InUse;
  call: HeldCall;
  number: number;
  of: number;
  onNext: () => void;
}

/** A call that waits for a person: how long it still can, what it says, and the answer being written. */
export function HeldCard({ charger, inUse, call, number, of, onNext }: Props) {
  const { zone } = usePreferences();
  return (
    <section className={css.card} data-state={call.state} aria-label={answersWords.held.waits(call.action)}>
      <CardHead charger={charger} call={call} number={number} of={of} onNext={onNext} />
      <div className={css.call}>
        <div className={css.callHead}>
          <Side from="cp" />
          <span>{answersWords.held.call}</span>
          <code className="clip">{call.uniqueId}</code>
          <span className={css.time}>{clock(call.at, zone)}</span>
        </div>
        <div className={css.payload} tabIndex={0} role="group" aria-label={answersWords.held.payload}>
          <JsonText text={shownJson(call.payload)} pretty={false} />
        </div>
      </div>
      <HandAnswer charger={charger} inUse={inUse} call={call} />
    </section>
  );
}

function CardHead({ charger, call, number, of, onNext }: Omit<Props, "inUse">) {
  const live = useLive();
  const settings = useStored((store) => store.settings());
  const now = useNow() + (charger.clockOffset ?? 0);
  const waiting = waitingOf(call, settings ?? usual, now);
  const pinned = call.fallbackAt === null;
  const pin = () =>
    live.ask({ kind: "pin", identity: charger.identity, epoch: call.epoch, seq: call.seq, pinned: !pinned });
  return (
    <div className={css.head} data-card tabIndex={-1}>
      <div className={css.title}>
        <IconHandStop size={18} stroke={1.75} aria-hidden="true" />
        <h3>{answersWords.held.waits(call.action)}</h3>
        {of > 1 && (
          <>
            <span className={css.which}>{answersWords.held.which(number, of)}</span>
            <ActionIcon size={26} aria-label={answersWords.held.next} onClick={onNext}>
              <IconChevronRight size={16} />
            </ActionIcon>
          </>
        )}
      </div>
      {call.state === "waiting" && <WaitBar filled={waiting.filled} mark={waiting.mark} />}
      <div className={css.waits}>
        <p>
          <Bold text={waiting.sentence} />
        </p>
        {call.state === "waiting" && (
          <Button
            variant="default"
            aria-pressed={pinned}
            leftSection={pinned ? <IconPinFilled size={15} /> : <IconPin size={15} />}
            onClick={pin}
          >
            {pinned ? answersWords.held.held : answersWords.held.hold}
          </Button>
        )}
      </div>
    </div>
  );
}

const usual = { chargerTimeoutMs: 30_000 };
