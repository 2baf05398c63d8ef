import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconPlus } from "@tabler/icons-react";
import type { InUse } from "../useProfile";
import css from "./List.module.css";
import { ReadyMadeItems } from "./ReadyMadeItems";
import { answersWords } from "../../../../words/answers";

/** The empty list, and two ways out of it. */
export function NoRules({ inUse, begin }: { inUse: InUse; begin: () => void }) {
  return (
    <div className={css.empty}>
      <p>{answersWords.noRules}</p>
      <div className={css.ways}>
        <Button leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={begin}>
          {answersWords.newRule}
        </Button>
        <Menu position="bottom-start" width={320}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
              {answersWords.fromSet}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <ReadyMadeItems inUse={inUse} />
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}
