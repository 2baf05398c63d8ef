import { Button, SegmentedControl } from "@mantine/core";
import { IconListCheck, IconSend } from "@tabler/icons-react";
import type { Charger, HeldCall } from "../../../../live/contract";
import { ctrl } from "../../../../parts/keys";
import { Side } from "../../../../parts/Side";
import type { CannedReply } from "../../../../responder/rule";
import { useLive } from "../../../live";
import { DelayAndFault } from "../editor/DelayAndFault";
import { ReplyFields } from "../editor/ReplyFields";
import type { InUse } from "../useProfile";
import { beginRule } from "../make_rule";
import css from "./Held.module.css";
import { type Part, otherPart, partOf } from "./hand_part";
import { forgetDraft, useHandDraft } from "./useHandDraft";
import { useState } from "react";
import { answersWords } from "../../../../words/answers";

interface Props {
  charger: Charger;
  inUse: InUse;
  call: HeldCall;
}

const parts = Object.entries(answersWords.held.parts).map(([value, label]) => ({ value, label }));

/** The answer by hand: filled with what would be said otherwise, ready to be changed and sent. */
export function HandAnswer({ charger, inUse, call }: Props) {
  const live = useLive();
  const { identity } = charger;
  const [reply, setReply] = useHandDraft(identity, call);
  const [faulty, setFaulty] = useState(partOf(reply) === "fault");
  const part: Part = faulty ? "fault" : partOf(reply);
  const may = call.state === "waiting";
  const { epoch, seq } = call;
  const send = (answer: CannedReply) => {
    if (!may) return;
    live.ask({ kind: "answer", identity, epoch, seq, reply: answer });
    forgetDraft(identity, call);
  };
  const choose = (next: Part) => {
    setFaulty(next === "fault");
    setReply(otherPart(reply, next, call));
  };
  const dismiss = () => {
    live.ask({ kind: "dismiss", identity, epoch, seq });
    forgetDraft(identity, call);
  };
  const pressed = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    send(reply);
  };
  return (
    <div className={css.answer} role="group" aria-label={answersWords.held.yours} onKeyDown={pressed}>
      <div className={css.answerHead}>
        <Side from="cs" />
        <span>{answersWords.held.yours}</span>
        <SegmentedControl
          aria-label={answersWords.held.kind}
          data={parts}
          value={part}
          disabled={!may}
          onChange={(next) => choose(next as Part)}
        />
      </div>
      <fieldset className={css.fieldset} disabled={!may}>
        <ReplyFields
          reply={reply}
          action={call.action}
          version={call.version}
          onChange={setReply}
          onSubmit={() => send(reply)}
        />
        {part === "fault" && (
          <div className={css.faults}>
            <DelayAndFault reply={reply} onChange={setReply} />
          </div>
        )}
      </fieldset>
      <div className={css.ways}>
        {may && (
          <>
            <Button
              leftSection={<IconSend size={15} />}
              rightSection={
                <kbd className={css.combo} aria-hidden="true">
                  {ctrl} ⏎
                </kbd>
              }
              onClick={() => send(reply)}
            >
              {answersWords.held.send}
            </Button>
            <Button variant="default" onClick={() => send({ kind: "silence" })}>
              {answersWords.held.timeOut}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconListCheck size={15} />}
              onClick={() => beginRule(charger, inUse, call.action, reply)}
            >
              {answersWords.makeRule}
            </Button>
          </>
        )}
        {call.state !== "waiting" && (
          <Button variant="default" onClick={dismiss}>
            {answersWords.held.dismiss}
          </Button>
        )}
      </div>
    </div>
  );
}
