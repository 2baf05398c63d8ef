import { Button, Switch, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCopy, IconTrash } from "@tabler/icons-react";
import { ruleHash, sessionHash } from "../../../../parts/route";
import { undoable } from "../../../../parts/undoable";
import { goTo } from "../../../../parts/useRoute";
import type { Profile, Rule } from "../../../../responder/rule";
import { useStored } from "../../../live";
import { duplicateRule, withoutRule, withRuleAt } from "../profile_edit";
import type { InUse } from "../useProfile";
import css from "./Editor.module.css";
import { answersWords } from "../../../../words/answers";

interface Props {
  inUse: InUse;
  identity: string;
  profile: Profile;
  rule: Rule;
  change: (rule: Rule, typing?: string) => void;
}

/** Name, switch, and what can be done with the whole rule. */
export function EditorHead({ inUse, identity, profile, rule, change }: Props) {
  const duplicate = () => {
    const { profile: next, copy } = duplicateRule(profile, rule);
    inUse.save(next);
    goTo(ruleHash(identity, copy.id));
  };
  const remove = () => {
    const place = profile.rules.findIndex(({ id }) => id === rule.id);
    const next = profile.rules[place + 1] ?? profile.rules[place - 1];
    inUse.save(withoutRule(profile, rule.id));
    goTo(next === undefined ? sessionHash(identity, "answers") : ruleHash(identity, next.id));
    focusRule(next?.id);
    undoable(answersWords.editor.deleted(rule.name), () => {
      const now = inUse.desk.profiles().find(({ id }) => id === inUse.current?.id)?.profile;
      if (now !== undefined) inUse.save(withRuleAt(now, rule, place));
      goTo(ruleHash(identity, rule.id));
    });
  };
  return (
    <div className={css.head}>
      <Switch
        size="xs"
        withThumbIndicator={false}
        aria-label={answersWords.editor.inUse(rule.name)}
        checked={rule.on}
        onChange={(event) => change({ ...rule, on: event.currentTarget.checked })}
      />
      <TextInput
        className={css.name}
        aria-label={answersWords.editor.ruleName}
        value={rule.name}
        maxLength={80}
        onChange={(event) => change({ ...rule, name: event.currentTarget.value }, "name")}
      />
      <Saved fault={inUse.current === null ? null : inUse.desk.fault(inUse.current.id)} />
      <Button variant="subtle" color="gray" leftSection={<IconCopy size={15} />} onClick={duplicate}>
        {answersWords.editor.duplicate}
      </Button>
      <Button variant="subtle" color="gray" leftSection={<IconTrash size={15} />} onClick={remove}>
        {answersWords.editor.delete}
      </Button>
    </div>
  );
}

/** Whether what stands here is kept; what makes no sense yet is not. */
function Saved({ fault }: { fault: string | null }) {
  const storage = useStored((store) => store.storage());
  const kept = storage.kind === "kept" && fault === null;
  return (
    <span className={css.saved} data-kept={kept} role={fault === null ? undefined : "status"}>
      {kept ? <IconCheck size={14} aria-hidden="true" /> : <IconAlertTriangle size={14} aria-hidden="true" />}
      {fault !== null
        ? answersWords.editor.notYet(fault)
        : kept
          ? answersWords.editor.saved
          : answersWords.editor.notSaved}
    </span>
  );
}

/** After deleting, the focus goes to the next row. */
function focusRule(id: string | undefined): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(id === undefined ? "main h1" : `[data-rule="${id}"]`)?.focus(),
  );
}
