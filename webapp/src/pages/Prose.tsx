import type { ReactNode } from "react";
import css from "./Prose.module.css";

/** A page of text at reading width. */
export function Prose({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={css.prose}>
      <h1 className="display" tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
