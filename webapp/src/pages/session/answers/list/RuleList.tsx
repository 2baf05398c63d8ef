import { useRef, useState } from "react";
import type { Charger } from "../../../../live/contract";
import { announce } from "../../../../parts/announce";
import type { Rule } from "../../../../responder/rule";
import { moveRule, withRule } from "../profile_edit";
import { defaultsPlace, type InUse, rulesOf } from "../useProfile";
import { DefaultsRow } from "./DefaultsRow";
import css from "./List.module.css";
import { NoRules } from "./NoRules";
import { RuleRow } from "./RuleRow";
import { dropEdge, useDragOrder } from "./useDragOrder";
import { answersWords } from "../../../../words/answers";

interface Props {
  charger: Charger;
  inUse: InUse;
  large: boolean;
  /** The one in the editor. */
  open: string | null;
  onOpen: (id: string) => void;
  begin: () => void;
}

/** The rules in the order they are asked. One stop for the Tab key; arrows walk, with Alt they move the rule. */
export function RuleList({ charger, inUse, large, open, onOpen, begin }: Props) {
  const { current, save } = inUse;
  const rules = rulesOf(current);
  const list = useRef<HTMLOListElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const focusable = [stop, open, rules[0]?.id].find((id) => rules.some((rule) => rule.id === id));
  const watching = charger.role.mine === "watching" && charger.role.holder != null;

  const move = (from: number, to: number) => {
    const rule = rules[from];
    if (current === null || rule === undefined || to < 0 || to >= rules.length) return;
    save(moveRule(current.profile, rule.id, to));
    announce(answersWords.ruleMoved(rule.name, to + 1, rules.length));
  };
  const { drag, handle } = useDragOrder(move);
  const walk = (to: number) => {
    const next = rules[to];
    if (next === undefined) return;
    setStop(next.id);
    list.current?.querySelector<HTMLElement>(`[data-rule="${next.id}"]`)?.focus();
  };
  const pressed = (event: React.KeyboardEvent, at: number) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.altKey) move(at, at + step);
    else walk(at + step);
  };
  const change = (rule: Rule) => current !== null && save(withRule(current.profile, rule));

  return (
    <div className={css.scroll}>
      {large && rules.length > 0 && <p className={css.hint}>{answersWords.firstMatch}</p>}
      {watching && <p className={css.hint}>{answersWords.watching}</p>}
      {rules.length === 0 ? (
        <NoRules inUse={inUse} begin={begin} />
      ) : (
        <ol ref={list} className={css.rules} data-order aria-label={answersWords.rules}>
          {rules.map((rule, at) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              hits={charger.answers.hits[rule.id] ?? 0}
              idle={watching}
              large={large}
              open={rule.id === open}
              stop={rule.id === focusable}
              dragged={drag?.from === at}
              edge={dropEdge(drag, at)}
              handle={handle(at)}
              onOpen={() => onOpen(rule.id)}
              onSwitch={(on) => change({ ...rule, on })}
              onKeyDown={(event) => pressed(event, at)}
              onFocus={() => setStop(rule.id)}
            />
          ))}
        </ol>
      )}
      {(large || rules.length === 0) && (
        <DefaultsRow
          charger={charger}
          profile={current?.profile ?? null}
          open={open === defaultsPlace}
          onOpen={() => onOpen(defaultsPlace)}
        />
      )}
    </div>
  );
}
