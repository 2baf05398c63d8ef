import { ActionIcon, Autocomplete, NumberInput, Select, TagsInput, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Condition, Test } from "../../../../responder/rule";
import { tests } from "../../../../responder/rule";
import { never } from "../../../../engine/never";
import { conditionFault, jsonOfWord, otherTest, wordOfJson } from "./condition";
import css from "./Editor.module.css";
import { answersWords } from "../../../../words/answers";

interface Props {
  number: number;
  condition: Condition;
  /** Those of calls that came, to choose from. */
  paths: string[];
  change: (condition: Condition, typing?: string) => void;
  remove: () => void;
}

/** `path – test – value`. */
export function ConditionRow({ number, condition, paths, change, remove }: Props) {
  const fault = conditionFault(condition);
  return (
    <div className={css.condition}>
      <div className={css.line} role="group" aria-label={answersWords.condition.name(number)}>
        <span>{answersWords.condition.and}</span>
        <Autocomplete
          className={css.path}
          classNames={{ input: css.mono ?? "" }}
          aria-label={answersWords.condition.path}
          spellCheck={false}
          data={paths}
          value={condition.path}
          error={fault?.of === "path"}
          onChange={(path) => change({ ...condition, path }, "path")}
        />
        <Select
          className={css.test}
          role="combobox"
          aria-label={answersWords.condition.test}
          allowDeselect={false}
          data={tests.map((test) => ({ value: test, label: answersWords.tests[test] }))}
          value={condition.test}
          onChange={(test) => change(otherTest(condition, test as Test))}
        />
        <Value condition={condition} wrong={fault?.of === "value"} change={change} />
        <ActionIcon aria-label={answersWords.condition.remove(number)} onClick={remove}>
          <IconX size={14} />
        </ActionIcon>
      </div>
      {fault !== null && <p className={css.fault}>{fault.words}</p>}
    </div>
  );
}

function Value({ condition, wrong, change }: Pick<Props, "condition" | "change"> & { wrong: boolean }) {
  switch (condition.test) {
    case "is":
    case "is not":
      return (
        <TextInput
          className={css.value}
          aria-label={answersWords.condition.value}
          spellCheck={false}
          value={wordOfJson(condition.value)}
          onChange={(event) => change({ ...condition, value: jsonOfWord(event.currentTarget.value) }, "value")}
        />
      );
    case "matches":
      return (
        <TextInput
          className={css.value}
          classNames={{ input: css.mono ?? "" }}
          aria-label={answersWords.condition.expression}
          spellCheck={false}
          error={wrong}
          value={condition.value}
          onChange={(event) => change({ ...condition, value: event.currentTarget.value }, "value")}
        />
      );
    case "is one of":
    case "is not one of":
      return (
        <TagsInput
          className={css.value}
          size="xs"
          aria-label={answersWords.condition.values}
          acceptValueOnBlur
          value={condition.value.map(wordOfJson)}
          onChange={(values) => change({ ...condition, value: values.map(jsonOfWord) })}
        />
      );
    case ">":
    case "<":
      return (
        <NumberInput
          className={css.value}
          aria-label={answersWords.condition.number}
          value={condition.value}
          onChange={(value) => typeof value === "number" && change({ ...condition, value }, "value")}
        />
      );
    case "exists":
    case "does not exist":
      return null;
    default:
      return never(condition);
  }
}
