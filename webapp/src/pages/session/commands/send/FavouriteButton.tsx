import { ActionIcon, Button, Popover, TextInput, Tooltip } from "@mantine/core";
import { IconStar, IconStarFilled } from "@tabler/icons-react";
import { useState } from "react";
import type { Version } from "../../../../schema/version";
import { commandWords as words } from "../../../../words/commands";
import type { Writing } from "../draft";
import { dropFavourite, favouriteOf, keepFavourite, nameFor, useFavourites } from "../favourites";
import css from "./Send.module.css";

interface Props {
  version: Version;
  writing: Writing;
  tabIndex?: number;
}

/** Keeps a command in this browser under a name, or gives it up. */
export function FavouriteButton({ version, writing, tabIndex = 0 }: Props) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const kept = favouriteOf(useFavourites(version), writing);
  const shown = kept?.name ?? nameFor(writing);
  const label = kept === undefined ? words.keep(shown) : words.kept(shown);
  const begin = () => {
    setName(shown);
    setOpen(!open);
  };
  const keep = (event: React.SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
    keepFavourite({ version, writing, name: name.trim() === "" ? nameFor(writing) : name.trim() });
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={label} disabled={open}>
          <ActionIcon aria-label={label} tabIndex={tabIndex} onClick={begin}>
            {kept === undefined ? <IconStar size={16} /> : <IconStarFilled size={16} color="var(--us)" />}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={css.keepMenu} onSubmit={keep}>
          <TextInput
            data-autofocus
            label={words.name}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div className={css.keepButtons}>
            <Button type="submit">{words.save}</Button>
            {kept !== undefined && (
              <Button
                variant="default"
                onClick={() => {
                  dropFavourite(kept);
                  setOpen(false);
                }}
              >
                {words.remove}
              </Button>
            )}
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
