import { Menu, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconEye, IconUserCheck } from "@tabler/icons-react";
import type { Charger } from "../../../live/contract";
import { useLive } from "../../live";
import { roleWords } from "../role_words";
import css from "./RoleChip.module.css";
import { sessionWords } from "../../../words/session";

const icons = { answers: IconUserCheck, watching: IconEye, nobody: IconAlertTriangle };

/** Who answers; its menu takes the role or leaves it. */
export function RoleChip({ charger, short }: { charger: Charger; short: boolean }) {
  const live = useLive();
  const role = roleWords(charger);
  if (role === null) return null;
  const Icon = icons[role.icon];
  const { identity } = charger;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={css.role} data-tone={role.tone}>
          <Icon size={14} aria-hidden="true" />
          {short ? role.short : role.words}
          <span className="sr-only">{short ? sessionWords.role.whoShort(role.words) : sessionWords.role.who}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!role.canTake} onClick={() => live.ask({ kind: "claim", identity, unlessHeld: false })}>
          {sessionWords.role.takeOver}
        </Menu.Item>
        <Menu.Item disabled={!role.canRelease} onClick={() => live.ask({ kind: "release", identity })}>
          {sessionWords.role.onlyWatch}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
