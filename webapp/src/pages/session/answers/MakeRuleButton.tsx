import { Button } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import type { Charger, FrameRow } from "../../../live/contract";
import { fileIdentity } from "../../../live/files/file_identity";
import { useKeys } from "../../../parts/keys";
import { useStored } from "../../live";
import { callOf, ruleFromRow } from "./make_rule";
import { useProfile } from "./useProfile";
import { answersWords } from "../../../words/answers";

/** "Make a rule" of the exchange that is open in the log; the key M does the same. */
export function MakeRuleButton({ charger, row }: { charger: Charger; row: FrameRow }) {
  const inUse = useProfile(charger);
  const log = useStored((store) => store.log(charger.identity));
  const possible = charger.identity !== fileIdentity && callOf(row, log) !== null;
  const make = () => {
    if (!possible) return false;
    ruleFromRow(charger, inUse, row, log);
    return true;
  };
  useKeys({ m: make });
  if (!possible) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconListCheck size={15} aria-hidden="true" />}
      onClick={make}
    >
      {answersWords.makeRule}
    </Button>
  );
}
