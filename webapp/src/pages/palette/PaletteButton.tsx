import { lazy, Suspense, useEffect, useState } from "react";
import { UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { ctrl } from "../../parts/keys";
import { useStable } from "../../parts/useStable";
import { paletteWords as words } from "../../words/palette";
import css from "./PaletteButton.module.css";

const Palette = lazy(() => import("./Palette").then((module) => ({ default: module.Palette })));

/** Brings the palette, as Ctrl K does from everywhere. */
export function PaletteButton({ identity }: { identity: string | null }) {
  const [opened, setOpened] = useState(false);
  const pressed = useStable((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    setOpened(!opened);
  });
  useEffect(() => {
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [pressed]);
  return (
    <>
      <UnstyledButton className={css.button} aria-keyshortcuts="Control+K" onClick={() => setOpened(true)}>
        <IconSearch size={16} aria-hidden="true" />
        <span className="sr-only">{words.open}</span>
        <kbd className="key">{ctrl} K</kbd>
      </UnstyledButton>
      {opened && (
        <Suspense>
          <Palette identity={identity} close={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
