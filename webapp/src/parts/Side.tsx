import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import css from "./Side.module.css";

/** Who sent it: `CP →` teal, `← CS` indigo; arrow and letters carry it, colour repeats it. */
export function Side({ from }: { from: "cp" | "cs" }) {
  return (
    <span className={css.side} data-from={from}>
      {from === "cs" && <IconArrowLeft size={13} aria-hidden="true" />}
      {from.toUpperCase()}
      {from === "cp" && <IconArrowRight size={13} aria-hidden="true" />}
    </span>
  );
}
