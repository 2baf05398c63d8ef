import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2 } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { sessionHash, type View } from "../../parts/route";
import css from "./RegionHead.module.css";
import { sessionWords } from "../../words/session";

interface Props {
  title: string;
  identity: string;
  view: View;
  large: boolean;
  children?: ReactNode;
}

/** A region's name, its own tools, and the way to make it large. */
export function RegionHead({ title, identity, view, large, children }: Props) {
  const words = large ? sessionWords.backToLog : sessionWords.enlarge(title);
  return (
    <div className={css.head}>
      <h2>{title}</h2>
      {children}
      <Tooltip label={words}>
        <ActionIcon
          className={css.size}
          component="a"
          href={sessionHash(identity, large ? "log" : view)}
          aria-label={words}
        >
          {large ? <IconArrowsDiagonalMinimize2 size={16} /> : <IconArrowsDiagonal size={16} />}
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
