import { Select } from "@mantine/core";
import { useMemo } from "react";
import { readyMade } from "../../../responder/ready_made";
import css from "./Answers.module.css";
import type { InUse } from "./useProfile";
import { answersWords } from "../../../words/answers";

const usual = "defaults";
const own = "own:";
const set = "set:";

/** Which rules answer: one's own profiles, and below them sets to start from, which are copied. */
export function ProfileSelect({ inUse }: { inUse: InUse }) {
  const { profiles, current, choose, take } = inUse;
  const sets = useMemo(() => readyMade(), []);
  const picked = (value: string | null) => {
    if (value === null) return;
    if (value === usual) choose(null);
    else if (value.startsWith(own)) choose(value.slice(own.length));
    else {
      const found = sets.find(({ profile }) => profile.name === value.slice(set.length));
      if (found !== undefined) take(found.profile);
    }
  };
  return (
    <Select
      className={css.profile}
      role="combobox"
      aria-label={answersWords.profile.name}
      allowDeselect={false}
      value={current === null ? usual : own + current.id}
      data={[
        {
          group: answersWords.profile.yours,
          items: [
            ...profiles.map(({ id, profile }) => ({ value: own + id, label: profile.name })),
            { value: usual, label: answersWords.defaultAnswers },
          ],
        },
        {
          group: answersWords.profile.readyMade,
          items: sets.map(({ profile }) => ({ value: set + profile.name, label: profile.name })),
        },
      ]}
      renderOption={({ option }) => (
        <span className={css.option}>
          {option.label}
          {option.value.startsWith(set) && (
            <span className={css.shows}>{sets.find(({ profile }) => profile.name === option.label)?.words}</span>
          )}
        </span>
      )}
      comboboxProps={{ width: 300, position: "bottom-start" }}
      maxDropdownHeight={420}
      onChange={picked}
    />
  );
}
