import { IconInfoCircle } from "@tabler/icons-react";
import css from "./Start.module.css";
import { startWords } from "../../words/start";

const words = startWords.localOnly;

/** The relay listens on this machine alone: no charger outside can reach it. */
export function LocalOnly() {
  return (
    <p className={css.local}>
      <IconInfoCircle size={15} aria-hidden="true" />
      <span>
        {words.before} <code>{words.setting}</code> {words.after}
      </span>
    </p>
  );
}
