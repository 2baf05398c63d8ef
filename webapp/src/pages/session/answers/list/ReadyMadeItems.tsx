import { Menu } from "@mantine/core";
import { readyMade } from "../../../../responder/ready_made";
import type { InUse } from "../useProfile";
import css from "./List.module.css";

/** The ready-made sets as menu items, a sentence each on what it shows; choosing one copies it. */
export function ReadyMadeItems({ inUse }: { inUse: InUse }) {
  return readyMade().map(({ profile, words }) => (
    <Menu.Item key={profile.name} onClick={() => inUse.take(profile)}>
      {profile.name}
      <span className={css.shows}>{words}</span>
    </Menu.Item>
  ));
}
