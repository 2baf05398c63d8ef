import { Tooltip } from "@mantine/core";
import { clockSeconds, figure } from "../../../parts/format";
import { usePreferences } from "../../../parts/preferences";
import css from "./Glance.module.css";
import type { FigureOf } from "./figures";

/** A big figure, its unit, and what it is. */
export function Figure({ name, value, unit, at }: FigureOf) {
  const { zone } = usePreferences();
  const body = (
    <div className={css.figure} tabIndex={at === null ? undefined : 0}>
      <div>
        <b>{figure(value, unit)}</b> <span>{unit}</span>
      </div>
      <small>{name}</small>
    </div>
  );
  return at === null ? body : <Tooltip label={`measured at ${clockSeconds(at, zone)}`}>{body}</Tooltip>;
}
