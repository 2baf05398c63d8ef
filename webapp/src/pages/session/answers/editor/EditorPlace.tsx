import { Button } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Charger } from "../../../../live/contract";
import { sessionHash } from "../../../../parts/route";
import { goTo } from "../../../../parts/useRoute";
import { defaultsPlace, type InUse, rulesOf } from "../useProfile";
import { DefaultsEditor } from "./DefaultsEditor";
import css from "./Editor.module.css";
import { RuleEditor } from "./RuleEditor";
import { answersWords } from "../../../../words/answers";

interface Props {
  charger: Charger;
  inUse: InUse;
  rule: string | null;
  /** Over the whole page, with a way back, where there is no room beside the list. */
  sheet: boolean;
  children?: ReactNode;
}

/** Beside the list, or over it: the rule that is open, or the default answers. */
export function EditorPlace({ charger, inUse, rule, sheet, children }: Props) {
  const undo = (event: React.KeyboardEvent) => {
    if (event.key.toLowerCase() !== "z" || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    // A code editor undoes by itself.
    if (event.target instanceof Element && event.target.closest(".cm-editor") !== null) return;
    if (inUse.current !== null && inUse.desk.undo(inUse.current.id)) event.preventDefault();
  };
  return (
    <div className={css.place} data-sheet={sheet} role="group" aria-label={answersWords.editor.name} onKeyDown={undo}>
      {sheet && (
        <div className={css.back}>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconChevronLeft size={20} aria-hidden="true" />}
            onClick={() => goTo(sessionHash(charger.identity, "answers"))}
          >
            {answersWords.editor.back}
          </Button>
        </div>
      )}
      <div className={css.scroll}>
        {children}
        <Content charger={charger} inUse={inUse} rule={rule} />
      </div>
    </div>
  );
}

function Content({ charger, inUse, rule }: Pick<Props, "charger" | "inUse" | "rule">) {
  const rules = rulesOf(inUse.current);
  if (rule === defaultsPlace || (rule === null && rules.length === 0))
    return <DefaultsEditor charger={charger} inUse={inUse} />;
  const found = rule === null ? rules[0] : rules.find(({ id }) => id === rule);
  if (found === undefined || inUse.current === null)
    return <p className={css.missing}>{answersWords.editor.noSuchRule}</p>;
  return <RuleEditor key={found.id} charger={charger} inUse={inUse} profile={inUse.current.profile} rule={found} />;
}
