import { useMantineColorScheme } from "@mantine/core";
import { type Preferences, prefer } from "../../parts/preferences";
import { commandHash, sessionHash, type View, views } from "../../parts/route";
import { undoable } from "../../parts/undoable";
import { goTo } from "../../parts/useRoute";
import { nearestVersion } from "../../schema/version";
import { paletteWords as words } from "../../words/palette";
import { useLive, useStored } from "../live";
import { schemes } from "../bar/ThemeSwitch";
import { actionsOf } from "../session/commands/catalogue/actions";
import { startCommand } from "../session/commands/start_command";
import { useLayout } from "../session/layout";
import { commandItem, type Item } from "./items";

/** Everything that can be reached from where the page is. */
export function useItems(identity: string | null): Item[] {
  return [...useSessionItems(identity), ...useChargerItems(identity), ...pageItems(), ...useSettingItems()];
}

function useSessionItems(identity: string | null): Item[] {
  const live = useLive();
  const charger = useStored((store) => (identity === null ? undefined : store.charger(identity)));
  const layout = useLayout();
  if (identity === null || charger === undefined) return [];
  // Beside the log there is the dock; in one column the draft needs the place.
  const write = (action: string) => {
    if (layout === "wide" || layout === "medium") void startCommand(identity, version, action);
    else goTo(commandHash(identity, action));
  };
  const here = (name: string, run: () => void): Item => ({ id: `view ${name}`, group: "view", name, hint: "", run });
  const version = nearestVersion(charger.connection?.version ?? "");
  const clear = () => {
    live.ask({ kind: "clear", identity });
    undoable(words.cleared(identity), () => live.ask({ kind: "undo-clear", identity }));
  };
  return [
    ...views.map((view: View) => here(words.views[view], () => goTo(sessionHash(identity, view)))),
    charger.role.mine === "answering"
      ? here(words.onlyWatch, () => live.ask({ kind: "release", identity }))
      : here(words.takeOver, () => live.ask({ kind: "claim", identity, unlessHeld: false })),
    here(words.clearLog, clear),
    ...actionsOf(version).map((action) => commandItem(action, () => write(action.name))),
  ];
}

function useChargerItems(current: string | null): Item[] {
  const open = useStored((store) => store.open());
  const lobby = useStored((store) => store.lobby());
  const known = useStored((store) => store.known());
  const online = new Set(lobby.chargers.filter(({ left }) => left === null).map(({ identity }) => identity));
  const all = new Set([...open, ...online, ...known.map(({ identity }) => identity)]);
  return [...all]
    .filter((identity) => identity !== current)
    .map((identity) => ({
      id: `charger ${identity}`,
      group: "charger",
      name: identity,
      hint: online.has(identity) ? words.online : words.known,
      run: () => goTo(sessionHash(identity)),
    }));
}

function pageItems(): Item[] {
  const page = (name: string, hash: string): Item => ({
    id: `page ${name}`,
    group: "page",
    name,
    hint: "",
    run: () => goTo(hash),
  });
  return [
    page(words.pages.start, "#/"),
    page(words.pages.help, "#/help/connect"),
    page(words.pages.settings, "#/settings"),
  ];
}

function useSettingItems(): Item[] {
  const { setColorScheme } = useMantineColorScheme();
  const setting = (name: string, run: () => void): Item => ({
    id: `setting ${name}`,
    group: "setting",
    name,
    hint: "",
    run,
  });
  const preference = (change: Partial<Preferences>, name: string) => setting(name, () => prefer(change));
  return [
    ...schemes.map(({ value }) => setting(words.theme[value], () => setColorScheme(value))),
    preference({ density: "compact" }, words.density.compact),
    preference({ density: "comfortable" }, words.density.comfortable),
    preference({ zone: "local" }, words.zone.local),
    preference({ zone: "utc" }, words.zone.utc),
  ];
}
