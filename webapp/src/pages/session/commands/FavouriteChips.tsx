import { Button } from "@mantine/core";
import type { Version } from "../../../schema/version";
import { commandWords as words } from "../../../words/commands";
import css from "./Commands.module.css";
import { beginCommand } from "./desk";
import { useFavourites } from "./favourites";

// More than these push the queue out of a dock.
const most = 6;

/** Favourites, one click from a filled draft. */
export function FavouriteChips({ identity, version }: { identity: string; version: Version }) {
  const favourites = useFavourites(version).slice(0, most);
  if (favourites.length === 0) return null;
  return (
    <div className={css.chips} role="group" aria-label={words.favourites}>
      {favourites.map(({ name, writing }) => (
        <Button
          key={`${writing.kind} ${writing.action} ${writing.text}`}
          variant="default"
          size="compact-sm"
          onClick={() => beginCommand(identity, writing)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
