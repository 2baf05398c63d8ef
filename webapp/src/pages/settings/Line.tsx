import type { ReactNode } from "react";
import css from "./Settings.module.css";

interface Props {
  name: string;
  hint?: string;
  children: ReactNode;
}

/** One setting: what it is on the left, how to change it on the right. */
export function Line({ name, hint, children }: Props) {
  return (
    <div className={css.line}>
      <div>
        <div className={css.name}>{name}</div>
        {hint !== undefined && <div className={css.hint}>{hint}</div>}
      </div>
      <div>{children}</div>
    </div>
  );
}
