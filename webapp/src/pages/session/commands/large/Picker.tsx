import { Button, TextInput } from "@mantine/core";
import { IconBraces, IconChevronDown, IconSearch, IconStarFilled, IconTerminal2 } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { Charger } from "../../../../live/contract";
import { useKeys } from "../../../../parts/keys";
import { commandHash } from "../../../../parts/route";
import { goTo } from "../../../../parts/useRoute";
import { nearestVersion, spoken } from "../../../../schema/version";
import { commandWords as words } from "../../../../words/commands";
import { otherActions } from "../catalogue/actions";
import { beginCommand, itemOf } from "../desk";
import { type Favourite, useFavourites } from "../favourites";
import { useRoving } from "../../../../parts/useRoving";
import { type Entry, PickGroup } from "./PickGroup";
import css from "./Large.module.css";
import { shownGroups } from "./shown_groups";

interface Props {
  charger: Charger;
  item: string | null;
}

/** Every command of this version, in the standard's groups; what is typed narrows it. */
export function Picker({ charger, item }: Props) {
  const { identity } = charger;
  const version = nearestVersion(charger.connection?.version ?? "ocpp1.6");
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState("");
  const [others, setOthers] = useState(false);
  useKeys({ c: () => box.current?.focus() });
  const begin = ({ writing }: Favourite) => {
    beginCommand(identity, writing);
    goTo(commandHash(identity, itemOf(writing)));
  };
  const favourites = useFavourites(version).map((favourite, at): Entry => ({
    key: `favourite ${at}`,
    name: favourite.name,
    item: itemOf(favourite.writing),
    icon: <IconStarFilled size={14} color="var(--us)" aria-hidden="true" />,
    choose: () => begin(favourite),
  }));
  const entry = (name: string, hint?: string): Entry => ({ key: name, name, item: name, hint });
  const groups = [
    {
      name: words.favourites,
      entries: favourites.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())),
    },
    ...shownGroups(version, typed).map(({ name, actions }) => ({ name, entries: actions.map((one) => entry(one)) })),
  ].filter(({ entries }) => entries.length > 0);
  const borrowed = otherActions(version).map(({ action, version: from }) => entry(action.name, spoken(from)));
  const foot: Entry[] = [
    { ...entry("any"), name: words.any, icon: <IconBraces size={15} aria-hidden="true" />, first: true },
    { ...entry("raw"), name: words.raw, icon: <IconTerminal2 size={15} aria-hidden="true" />, first: true },
  ];
  const shown = [...groups.flatMap(({ entries }) => entries), ...(others ? borrowed : []), ...foot];
  const roving = useRoving(
    shown.map(({ key }) => key),
    item,
  );
  const found = groups.filter(({ name }) => name !== words.favourites).flatMap(({ entries }) => entries)[0];
  const typedKey = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowDown") list.current?.querySelector<HTMLElement>("[data-stop]")?.focus();
    if (event.key === "Escape") setTyped("");
    if (event.key !== "Enter" || typed.trim() === "") return;
    goTo(commandHash(identity, found?.item ?? typed.trim()));
    setTyped("");
  };
  const parts = { identity, roving, current: item };
  return (
    <div className={css.picker}>
      <TextInput
        ref={box}
        className={css.find}
        aria-label={words.find}
        placeholder={words.find}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
        rightSection={<kbd className="key">C</kbd>}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={typedKey}
      />
      <nav ref={list} className={css.list} aria-label={words.list} onKeyDown={roving.walk}>
        {groups.map(({ name, entries }) => (
          <PickGroup key={name} name={name} entries={entries} {...parts} />
        ))}
        {groups.length === 0 && <p className={css.hint}>{words.noneFound}</p>}
        {typed === "" && (
          <Button
            className={css.others}
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-expanded={others}
            rightSection={<IconChevronDown size={14} data-open={others} />}
            onClick={() => setOthers(!others)}
          >
            {words.otherVersions}
          </Button>
        )}
        {others && typed === "" && <PickGroup name={words.otherVersions} entries={borrowed} {...parts} />}
        <div className={css.pickFoot}>
          <PickGroup name={null} entries={foot} {...parts} />
        </div>
      </nav>
    </div>
  );
}
