import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import css from "./Chip.module.css";

export type Tone = "plain" | "us" | "cp" | "ok" | "warn" | "bad";

interface Props {
  tone?: Tone;
  icon?: ReactNode;
  /** A sentence on hover and focus. */
  says?: string | undefined;
  children: ReactNode;
}

/** A short fact with a ground of its own. */
export function Chip({ tone = "plain", icon, says, children }: Props) {
  const chip = (
    <span className={css.chip} data-tone={tone} tabIndex={says === undefined ? undefined : 0}>
      {icon}
      <span>{children}</span>
    </span>
  );
  return says === undefined ? chip : <Tooltip label={says}>{chip}</Tooltip>;
}

/** The dot before a word; never without the word. */
export function Dot({ tone }: { tone: "ok" | "warn" | "bad" | "none" }) {
  return <span className={css.dot} data-tone={tone} aria-hidden="true" />;
}
