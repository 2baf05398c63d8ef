import { ActionIcon, Button, NumberInput } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconCopy, IconGripVertical, IconTrash } from "@tabler/icons-react";
import type { DOMAttributes, KeyboardEvent } from "react";
import type { CannedReply } from "../../../../responder/rule";
import css from "./Editor.module.css";
import { KindSelect } from "./KindSelect";
import { ReplyBody } from "./ReplyBody";
import { replyWords } from "./reply_kind";
import { answersWords } from "../../../../words/answers";

interface Props {
  /** Its place in the order; null where there is but one. */
  number: number | null;
  reply: CannedReply;
  /** Times or weight; null where neither makes sense. */
  count: number | null;
  countName: "times" | "weight";
  action: string | undefined;
  version: string;
  open: boolean;
  alone: boolean;
  dragged: boolean;
  edge: "above" | "below" | undefined;
  handle: DOMAttributes<HTMLElement>;
  onToggle: () => void;
  onChange: (reply: CannedReply, typing?: string) => void;
  onCount: (count: number) => void;
  onDuplicate: () => void;
  onRemove: () => void;
  onMove: (step: -1 | 1) => void;
}

/** One reply of a rule: its kind, how often, and, where it is open, all of it. */
export function StepCard(props: Props) {
  const { number, reply, open, action, version, dragged, edge, onChange, onMove } = props;
  const title = number === null ? answersWords.answer.name : answersWords.step.name(number);
  const { bold, rest } = replyWords(reply);
  const pressed = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <div
      className={css.step}
      data-open={open}
      data-dragged={dragged}
      data-edge={edge}
      role="group"
      aria-label={title}
      onKeyDown={pressed}
    >
      <div className={css.stepHead}>
        {number !== null && (
          <>
            <span className={css.handle} title={answersWords.drag} {...props.handle}>
              <IconGripVertical size={14} aria-hidden="true" />
            </span>
            <span className={css.stepNumber}>{number}</span>
          </>
        )}
        <KindSelect
          name={answersWords.step.kind(title.toLowerCase())}
          reply={reply}
          action={action}
          version={version}
          onChange={onChange}
        />
        <span className={css.gist}>
          <b>{bold}</b>
          {!open && rest !== "" && (
            <span>
              {bold !== "" && " · "}
              {rest}
            </span>
          )}
        </span>
        <Count {...props} />
        {number !== null && (
          <ActionIcon
            aria-expanded={open}
            aria-label={(open ? answersWords.step.close : answersWords.step.open)(number)}
            onClick={props.onToggle}
          >
            {open ? <IconChevronUp size={16} /> : <IconChevronDown size={16} />}
          </ActionIcon>
        )}
      </div>
      {open && <OpenStep {...props} />}
    </div>
  );
}

function Count({ number, count, countName, onCount }: Props) {
  if (count === null || number === null) return null;
  return (
    <span className={css.count}>
      <span>{countName === "times" ? answersWords.step.send : answersWords.step.weight}</span>
      <NumberInput
        className={css.number}
        aria-label={countName === "times" ? answersWords.step.timesName(number) : answersWords.step.weightName(number)}
        min={countName === "times" ? 1 : 0}
        max={9999}
        value={count}
        onChange={(next) => typeof next === "number" && onCount(next)}
      />
      {countName === "times" && <span>{answersWords.step.times}</span>}
    </span>
  );
}

function OpenStep({ number, alone, onDuplicate, onRemove, ...reply }: Props) {
  return (
    <ReplyBody {...reply}>
      {number !== null && (
        <span className={css.stepWays}>
          <Button variant="subtle" color="gray" leftSection={<IconCopy size={15} />} onClick={onDuplicate}>
            {answersWords.step.duplicate}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={15} />}
            disabled={alone}
            onClick={onRemove}
          >
            {answersWords.step.remove}
          </Button>
        </span>
      )}
    </ReplyBody>
  );
}
