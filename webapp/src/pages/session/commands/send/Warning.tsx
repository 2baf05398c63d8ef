import { IconAlertTriangle } from "@tabler/icons-react";
import { at, parseJson, wordOf } from "../../../../engine/json";
import { warningOf } from "../../../../words/commands";
import type { Writing } from "../draft";
import css from "./Send.module.css";

/** What this command does that one may not expect. A hint, not a question. */
export function Warning({ writing }: { writing: Writing }) {
  const parsed = parseJson(writing.text);
  const type = parsed.ok ? wordOf(at(parsed.value, "type")) : undefined;
  const words = writing.kind === "raw" ? null : warningOf(writing.action, type);
  if (words === null) return null;
  return (
    <p className={css.warning}>
      <IconAlertTriangle size={14} aria-hidden="true" />
      {words}
    </p>
  );
}
