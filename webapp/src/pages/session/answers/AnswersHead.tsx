import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { Charger } from "../../../live/contract";
import { RegionHead } from "../RegionHead";
import css from "./Answers.module.css";
import { ProfileSelect } from "./ProfileSelect";
import type { InUse } from "./useProfile";
import { answersWords } from "../../../words/answers";

interface Props {
  charger: Charger;
  inUse: InUse;
  large: boolean;
  newRule: () => void;
}

export function AnswersHead({ charger, inUse, large, newRule }: Props) {
  return (
    <RegionHead title={answersWords.title} identity={charger.identity} view="answers" large={large}>
      <ProfileSelect inUse={inUse} />
      <Button
        className={css.newRule}
        variant={large ? "default" : "subtle"}
        color="gray"
        leftSection={<IconPlus size={15} aria-hidden="true" />}
        aria-label={answersWords.newRule}
        onClick={newRule}
      >
        {answersWords.rule}
      </Button>
    </RegionHead>
  );
}
