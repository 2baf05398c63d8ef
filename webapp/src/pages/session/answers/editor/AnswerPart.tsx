import { Button, Select } from "@mantine/core";
import { IconPlus, IconRotate } from "@tabler/icons-react";
import { useState } from "react";
import type { Charger } from "../../../../live/contract";
import { announce } from "../../../../parts/announce";
import type { Plan, Rule } from "../../../../responder/rule";
import { useLive } from "../../../live";
import { dropEdge, useDragOrder } from "../list/useDragOrder";
import { movedStep, repliesOf, withCount, withMode, withoutStep, withReply, withStepAfter } from "../profile_edit";
import css from "./Editor.module.css";
import { StepCard } from "./StepCard";
import { answersWords } from "../../../../words/answers";

interface Props {
  charger: Charger;
  rule: Rule;
  version: string;
  change: (plan: Plan, typing?: string) => void;
}

/** What the rule answers: always the same, in this order, or at random. One card is open at a time. */
export function AnswerPart({ charger, rule, version, change }: Props) {
  const plan = rule.answer;
  const [open, setOpen] = useState<number | null>(0);
  const replies = repliesOf(plan);
  const several = plan.mode !== "always";
  const move = (from: number, to: number) => {
    if (to < 0 || to >= replies.length) return;
    change(movedStep(plan, from, to));
    setOpen((now) => (now === from ? to : now));
    announce(answersWords.step.moved(from + 1, to + 1, replies.length));
  };
  const { drag, handle } = useDragOrder(move);
  const add = (after: number) => {
    const reply = replies[after];
    if (reply === undefined) return;
    change(withStepAfter(plan, after, reply));
    setOpen(after + 1);
  };
  return (
    <section className={css.answer} aria-label={answersWords.answer.name}>
      <div className={css.line}>
        <h3>{answersWords.answer.name}</h3>
        <Select
          className={css.mode}
          role="combobox"
          aria-label={answersWords.answer.which}
          allowDeselect={false}
          data={Object.entries(answersWords.modes).map(([value, label]) => ({ value, label }))}
          value={plan.mode}
          onChange={(mode) => change(withMode(plan, mode as Plan["mode"]))}
        />
        {plan.mode === "sequence" && (
          <>
            <span>{answersWords.answer.then}</span>
            <Select
              className={css.mode}
              role="combobox"
              aria-label={answersWords.answer.thenName}
              allowDeselect={false}
              data={Object.entries(answersWords.thens).map(([value, label]) => ({ value, label }))}
              value={plan.then}
              onChange={(then) => change({ ...plan, then: then as typeof plan.then })}
            />
          </>
        )}
        {plan.mode === "sequence" && <Next charger={charger} rule={rule} />}
      </div>
      <div className={css.steps} data-order>
        {replies.map((reply, at) => (
          <StepCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the order.
            key={at}
            number={several ? at + 1 : null}
            reply={reply}
            count={countAt(plan, at)}
            countName={plan.mode === "random" ? "weight" : "times"}
            action={rule.when.action}
            version={version}
            open={open === at || !several}
            alone={replies.length === 1}
            dragged={drag?.from === at}
            edge={dropEdge(drag, at)}
            handle={handle(at)}
            onToggle={() => setOpen(open === at ? null : at)}
            onChange={(next, typing) =>
              change(withReply(plan, at, next), typing === undefined ? undefined : `${typing} ${at}`)
            }
            onCount={(count) => change(withCount(plan, at, count), `count${at}`)}
            onDuplicate={() => add(at)}
            onRemove={() => change(withoutStep(plan, at))}
            onMove={(step) => move(at, at + step)}
          />
        ))}
      </div>
      {several && (
        <div>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={15} aria-hidden="true" />}
            onClick={() => add(replies.length - 1)}
          >
            {plan.mode === "random" ? answersWords.answer.choice : answersWords.answer.step}
          </Button>
        </div>
      )}
    </section>
  );
}

function countAt(plan: Plan, at: number): number | null {
  if (plan.mode === "always") return null;
  return plan.mode === "sequence" ? (plan.steps[at]?.times ?? 1) : (plan.choices[at]?.weight ?? 1);
}

/** What comes next, and the way back to the first step. */
function Next({ charger, rule }: { charger: Charger; rule: Rule }) {
  const live = useLive();
  const next = charger.answers.next[rule.id] ?? answersWords.answer.firstStep;
  return (
    <span className={css.next}>
      <span>{answersWords.answer.next(next)}</span>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconRotate size={15} aria-hidden="true" />}
        onClick={() => live.ask({ kind: "start-over", identity: charger.identity, rule: rule.id })}
      >
        {answersWords.answer.startOver}
      </Button>
    </span>
  );
}
