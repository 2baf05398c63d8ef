import { ActionIcon, Autocomplete, Button, NumberInput, Select } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Charger } from "../../../../live/contract";
import type { Condition, Rule, When } from "../../../../responder/rule";
import { actionsOf } from "../profile_edit";
import { ConditionRow } from "./ConditionRow";
import css from "./Editor.module.css";
import { seenPaths } from "./seen_calls";
import { useSeenCalls } from "./useSeenCalls";
import { WouldMatch } from "./WouldMatch";
import { answersWords } from "../../../../words/answers";

interface Props {
  charger: Charger;
  rule: Rule;
  version: string;
  change: (rule: Rule, typing?: string) => void;
}

/** Which calls the rule answers; and at once, which of those that came it would have. */
export function WhenCard({ charger, rule, version, change }: Props) {
  const { when } = rule;
  const calls = useSeenCalls(charger);
  const set = (next: When, typing?: string) => change({ ...rule, when: next }, typing);
  const setCondition = (at: number, condition: Condition, typing?: string) =>
    set({ ...when, conditions: when.conditions.map((one, place) => (place === at ? condition : one)) }, typing);
  const paths = seenPaths(calls, when.action);
  return (
    <section className={css.card} aria-label={answersWords.when.name}>
      <div className={css.cardHead}>
        <h3>{answersWords.when.name}</h3>
        <span className={css.quiet}>{answersWords.when.all}</span>
        <WouldMatch charger={charger} when={when} calls={calls} />
      </div>
      <div className={css.line}>
        <Autocomplete
          className={css.action}
          aria-label={answersWords.when.action}
          placeholder={answersWords.when.anyCall}
          data={actionsOf(version)}
          value={when.action ?? ""}
          onChange={(action) => change(withAction(rule, action), "action")}
        />
        <span>{answersWords.when.from}</span>
        <Autocomplete
          className={css.identity}
          aria-label={answersWords.when.identity}
          placeholder={answersWords.when.anyCharger}
          data={[charger.identity]}
          value={when.identity ?? ""}
          onChange={(identity) => set(without(when, "identity", identity), "identity")}
        />
        <span>{answersWords.when.speaking}</span>
        <Select
          className={css.version}
          role="combobox"
          aria-label={answersWords.when.version}
          allowDeselect={false}
          data={[{ value: "", label: answersWords.when.anyVersion }, ...versionsWith(when.version)]}
          value={when.version ?? ""}
          onChange={(chosen) => set(without(when, "version", chosen ?? ""))}
        />
      </div>
      {when.conditions.map((condition, at) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name, and are not reordered.
          key={at}
          number={at + 1}
          condition={condition}
          paths={paths}
          change={(next, typing) => setCondition(at, next, typing === undefined ? undefined : `${typing} ${at}`)}
          remove={() => set({ ...when, conditions: when.conditions.filter((_, place) => place !== at) })}
        />
      ))}
      {when.nth !== undefined && (
        <div className={css.line}>
          <span>{answersWords.when.nth.before}</span>
          <NumberInput
            className={css.number}
            aria-label={answersWords.when.nth.name}
            min={1}
            value={when.nth}
            onChange={(nth) => typeof nth === "number" && set({ ...when, nth }, "nth")}
          />
          <span>{answersWords.when.nth.after}</span>
          <ActionIcon aria-label={answersWords.when.nth.drop} onClick={() => set(without(when, "nth", ""))}>
            <IconX size={14} />
          </ActionIcon>
        </div>
      )}
      {when.booted !== undefined && (
        <div className={css.line}>
          <span>{answersWords.when.booted.before}</span>
          <Select
            className={css.version}
            role="combobox"
            aria-label={answersWords.when.booted.name}
            allowDeselect={false}
            data={[
              { value: "true", label: answersWords.when.booted.yes },
              { value: "false", label: answersWords.when.booted.no },
            ]}
            value={String(when.booted)}
            onChange={(value) => set({ ...when, booted: value === "true" })}
          />
          <ActionIcon aria-label={answersWords.when.booted.drop} onClick={() => set(without(when, "booted", ""))}>
            <IconX size={14} />
          </ActionIcon>
        </div>
      )}
      <div className={css.line}>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          onClick={() =>
            set({ ...when, conditions: [...when.conditions, { path: paths[0] ?? "$.", test: "is", value: "" }] })
          }
        >
          {answersWords.when.addCondition}
        </Button>
        {when.nth === undefined && (
          <Button variant="subtle" color="gray" onClick={() => set({ ...when, nth: 1 })}>
            {answersWords.when.nth.name}
          </Button>
        )}
        {when.booted === undefined && when.action !== "BootNotification" && (
          <Button variant="subtle" color="gray" onClick={() => set({ ...when, booted: false })}>
            {answersWords.when.booted.add}
          </Button>
        )}
      </div>
    </section>
  );
}

/** A rule that is named after its action goes on being so. */
function withAction(rule: Rule, action: string): Rule {
  const named = rule.name === (rule.when.action ?? answersWords.when.anyCallName);
  const name = named ? action || answersWords.when.anyCallName : rule.name;
  return { ...rule, name, when: without(rule.when, "action", action) };
}

/** What is empty is left out: it stands for any. */
function without(when: When, key: "action" | "identity" | "version" | "nth" | "booted", value: string): When {
  const rest: When = { ...when };
  Reflect.deleteProperty(rest, key);
  return value === "" ? rest : { ...rest, [key]: value };
}

/** A pattern that came with shared rules stays as it is. */
function versionsWith(version: string | undefined) {
  if (version === undefined || answersWords.versions.some(({ value }) => value === version))
    return answersWords.versions;
  return [...answersWords.versions, { value: version, label: version }];
}
