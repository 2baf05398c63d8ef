import { type ReactNode, useId } from "react";
import { commandHash } from "../../../../parts/route";
import { sentenceOf } from "../catalogue/actions";
import type { useRoving } from "../../../../parts/useRoving";
import css from "./Large.module.css";

/** One line of the picker. */
export interface Entry {
  key: string;
  name: string;
  /** How the address names it. */
  item: string;
  icon?: ReactNode;
  /** The icon stands before the name. */
  first?: boolean;
  hint?: string | undefined;
  /** Otherwise its address is opened. */
  choose?: () => void;
}

interface Props {
  name: string | null;
  entries: readonly Entry[];
  identity: string;
  roving: ReturnType<typeof useRoving>;
  current: string | null;
}

/** Commands under their heading. */
export function PickGroup({ name, entries, identity, roving, current }: Props) {
  const heading = useId();
  return (
    <>
      {name !== null && (
        <h3 className={css.groupName} id={heading}>
          {name}
        </h3>
      )}
      <ul aria-labelledby={name === null ? undefined : heading}>
        {entries.map(({ key, name: words, item, icon, first, hint, choose }) => (
          <li key={key}>
            <a
              className={css.pick}
              href={commandHash(identity, item)}
              title={sentenceOf(item) || undefined}
              aria-current={choose === undefined && item === current ? "true" : undefined}
              onClick={(event) => {
                if (choose === undefined) return;
                event.preventDefault();
                choose();
              }}
              {...roving.entry(key)}
            >
              {first && icon}
              <span className="clip">{words}</span>
              {hint !== undefined && <span className={css.from}>{`\u00a0${hint}`}</span>}
              {!first && icon}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
