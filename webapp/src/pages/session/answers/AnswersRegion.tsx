import { useElementSize } from "@mantine/hooks";
import type { Charger } from "../../../live/contract";
import { ruleHash } from "../../../parts/route";
import { goTo } from "../../../parts/useRoute";
import css from "./Answers.module.css";
import { AnswersHead } from "./AnswersHead";
import { EditorPlace } from "./editor/EditorPlace";
import { HeldCards } from "./held/HeldCards";
import { ListFoot } from "./list/ListFoot";
import { RuleList } from "./list/RuleList";
import { useNewRule } from "./useNewRule";
import { useProfile } from "./useProfile";

interface Props {
  charger: Charger;
  large: boolean;
  /** The one open in the editor, by its id. */
  rule: string | null;
}

// Below this the editor covers the list.
const twoColumns = 640;

/** How calls of the charger are answered: calls that wait, the rules, and, where it is large, the editor. */
export function AnswersRegion({ charger, large, rule }: Props) {
  const inUse = useProfile(charger);
  const begin = useNewRule(charger, inUse);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const beside = large && width >= twoColumns;
  const open = (id: string) => goTo(ruleHash(charger.identity, id));
  return (
    <div ref={ref} className={css.answers} data-form={beside ? "beside" : large ? "alone" : "dock"}>
      <div className={css.column}>
        <AnswersHead charger={charger} inUse={inUse} large={large} newRule={begin} />
        {!beside && <HeldCards charger={charger} inUse={inUse} quiet={large} />}
        <RuleList
          charger={charger}
          inUse={inUse}
          large={large}
          open={large ? rule : null}
          onOpen={open}
          begin={begin}
        />
        {large && <ListFoot charger={charger} inUse={inUse} />}
      </div>
      {large && (beside || rule !== null) && (
        <EditorPlace key={inUse.current?.id} charger={charger} inUse={inUse} rule={rule} sheet={!beside}>
          {beside && charger.held.length > 0 && <HeldCards charger={charger} inUse={inUse} quiet />}
        </EditorPlace>
      )}
    </div>
  );
}
