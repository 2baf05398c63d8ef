import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import type { Source } from "../../../live/contract";
import { usePreferences } from "../../../parts/preferences";
import { glanceWords } from "../../../words/glance";
import css from "./Glance.module.css";
import { frameHash, usePlace } from "./place";

interface Props {
  identity: string;
  source: Source | null;
  /** More to say on hover and focus. */
  more?: string | undefined;
  children: ReactNode;
}

/** A value that tells which frame it came from, and leads there. */
export function From({ identity, source, more, children }: Props) {
  const { zone } = usePreferences();
  const place = usePlace(identity);
  if (source === null) return <>{children}</>;
  const words = [more, glanceWords.source(source.action, source.at, zone)]
    .filter((part) => part !== undefined)
    .join(" · ");
  return (
    <Tooltip label={words}>
      <a className={css.from} href={frameHash(place, source)} aria-description={words}>
        {children}
      </a>
    </Tooltip>
  );
}
