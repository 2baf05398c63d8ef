import { useRef, useState } from "react";
import type { Charger } from "../../../../live/contract";
import { useKeys } from "../../../../parts/keys";
import { IconHandStop } from "@tabler/icons-react";
import type { InUse } from "../useProfile";
import css from "./Held.module.css";
import { HeldCard } from "./HeldCard";
import { HeldLine } from "./HeldLine";
import { heldKey } from "./held_words";
import { answersWords } from "../../../../words/answers";

interface Props {
  charger: Charger;
  inUse: InUse;
  /** Say nothing when nothing waits. */
  quiet: boolean;
}

/** The calls that wait for a person, the oldest first; one is open, the others are lines below it. */
export function HeldCards({ charger, inUse, quiet }: Props) {
  const { held } = charger;
  const [chosen, setChosen] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const found = held.findIndex((call) => heldKey(call) === chosen);
  const at = found < 0 ? 0 : found;
  const step = (by: number) => {
    const next = held[(at + by + held.length) % held.length];
    if (next === undefined) return false;
    setChosen(heldKey(next));
    return true;
  };
  const walk = (by: number) => step(by) && focusCard(place.current);
  useKeys({
    a: () => place.current?.checkVisibility() === true && held.length > 0 && focusOldest(),
    "[": () => walk(-1),
    "]": () => walk(1),
  });
  const focusOldest = () => {
    const [oldest] = held;
    if (oldest !== undefined) setChosen(heldKey(oldest));
    focusCard(place.current);
  };
  const call = held[at];
  if (call === undefined) return quiet ? null : <NoCall charger={charger} />;
  return (
    <div ref={place} className={css.cards}>
      <HeldCard
        key={heldKey(call)}
        charger={charger}
        inUse={inUse}
        call={call}
        number={at + 1}
        of={held.length}
        onNext={() => step(1)}
      />
      {held.map(
        (other) =>
          other !== call && (
            <HeldLine
              key={heldKey(other)}
              call={other}
              before={other.at > call.at ? call.action : null}
              offset={charger.clockOffset ?? 0}
              onOpen={() => setChosen(heldKey(other))}
            />
          ),
      )}
    </div>
  );
}

function NoCall({ charger: { presence } }: { charger: Charger }) {
  return (
    <p className={css.none}>
      <IconHandStop size={15} aria-hidden="true" />{" "}
      {presence.kind === "online" ? answersWords.held.none : answersWords.held.notYet}
    </p>
  );
}

/** After the card of that call is drawn. */
function focusCard(place: HTMLElement | null): void {
  requestAnimationFrame(() => place?.querySelector<HTMLElement>("[data-card]")?.focus());
}
