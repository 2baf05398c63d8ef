import { Switch } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import type { DOMAttributes, KeyboardEvent } from "react";
import type { Rule } from "../../../../responder/rule";
import { Sentence } from "../Sentence";
import css from "./List.module.css";
import { answersWords } from "../../../../words/answers";

interface Props {
  rule: Rule;
  hits: number;
  /** Another tab answers: this rule does nothing for now. */
  idle: boolean;
  large: boolean;
  open: boolean;
  /** Where the Tab key stops in the list. */
  stop: boolean;
  dragged: boolean;
  edge: "above" | "below" | undefined;
  handle: DOMAttributes<HTMLElement>;
  onOpen: () => void;
  onSwitch: (on: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
}

export function RuleRow({ rule, hits, idle, large, open, stop, dragged, edge, handle, ...on }: Props) {
  const { name } = rule;
  const tabIndex = stop ? 0 : -1;
  const state = !rule.on ? answersWords.off : idle ? answersWords.notInUse : answersWords.hits(hits);
  return (
    <li
      className={css.rule}
      data-open={open}
      data-large={large}
      data-off={!rule.on}
      data-dragged={dragged}
      data-edge={edge}
      onKeyDown={on.onKeyDown}
      onFocus={on.onFocus}
    >
      {large && (
        <span className={css.handle} title={answersWords.drag} {...handle}>
          <IconGripVertical size={14} aria-hidden="true" />
        </span>
      )}
      <Switch
        className={css.switch}
        size="xs"
        withThumbIndicator={false}
        aria-label={name}
        checked={rule.on}
        tabIndex={tabIndex}
        onChange={(event) => on.onSwitch(event.currentTarget.checked)}
      />
      <button
        type="button"
        className={css.open}
        data-rule={rule.id}
        tabIndex={tabIndex}
        aria-current={open ? "true" : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={on.onOpen}
      >
        <span className={css.top}>
          <span className={css.name}>{name}</span>
          <span className={css.hits}>{state}</span>
        </span>
        <span className={css.sentence}>
          <Sentence rule={rule} />
        </span>
      </button>
    </li>
  );
}
