import { ActionIcon, Tooltip } from "@mantine/core";
import { IconHelpCircle, IconLayoutList, IconSettings } from "@tabler/icons-react";
import { Logo } from "../../parts/Logo";
import type { Route } from "../../parts/route";
import { PaletteButton } from "../palette/PaletteButton";
import css from "./AppBar.module.css";
import { ChargerTabs } from "./ChargerTabs";
import { RelayWords } from "./RelayWords";
import { StorageWarning } from "./StorageWarning";
import { ThemeSwitch } from "./ThemeSwitch";
import { shellWords } from "../../words/shell";

export function AppBar({ route }: { route: Route }) {
  const current = (place: Route["place"]) => (route.place === place ? "page" : undefined);
  return (
    <header className={css.bar}>
      <a className={css.logo} href="#/" aria-label={shellWords.app}>
        <Logo />
        <span>{shellWords.app}</span>
      </a>
      <nav className={css.tabs} aria-label={shellWords.bar.openChargers}>
        <a className={css.tab} href="#/" aria-current={current("start")}>
          <IconLayoutList size={15} aria-hidden="true" />
          <span>{shellWords.bar.chargers}</span>
        </a>
        <ChargerTabs current={route.place === "session" ? route.identity : null} />
      </nav>
      <div className={css.right}>
        <StorageWarning />
        <RelayWords />
        <PaletteButton identity={route.place === "session" ? route.identity : null} />
        <a className={css.help} href="#/help/connect" aria-current={current("help")}>
          <IconHelpCircle size={16} aria-hidden="true" />
          <span>{shellWords.bar.help}</span>
        </a>
        <ThemeSwitch />
        <Tooltip label={shellWords.bar.settings}>
          <ActionIcon
            component="a"
            href="#/settings"
            aria-label={shellWords.bar.settings}
            aria-current={current("settings")}
          >
            <IconSettings size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}
