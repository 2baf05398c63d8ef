import type { Charger } from "../../../live/contract";
import { Chip, Dot } from "../../../parts/Chip";
import { usePreferences } from "../../../parts/preferences";
import { useNow } from "../../../parts/tick";
import { presenceWords } from "../state_words";

/** `bare`: only the dot, its words for screen readers. */
export function StateChip({ charger, bare }: { charger: Charger | undefined; bare: boolean }) {
  const now = useNow();
  const { zone } = usePreferences();
  const { tone, words } = presenceWords(charger, now, zone);
  if (bare && tone === "ok") {
    return (
      <span>
        <Dot tone={tone} />
        <span className="sr-only">{words}</span>
      </span>
    );
  }
  return (
    <Chip tone={tone === "none" ? "plain" : tone} icon={<Dot tone={tone} />}>
      {words}
    </Chip>
  );
}
