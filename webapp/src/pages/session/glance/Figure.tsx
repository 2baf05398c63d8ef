import { figure } from "../../../parts/format";
import { From } from "./From";
import type { FigureOf } from "./figures";
import css from "./Glance.module.css";

/** A big figure, its unit, and what it is. */
export function Figure({ identity, name, value, unit, source, more }: FigureOf & { identity: string }) {
  return (
    <div className={css.figure}>
      <From identity={identity} source={source} more={more}>
        <b>{figure(value, unit)}</b> <span>{unit}</span>
      </From>
      <small>{name}</small>
    </div>
  );
}
