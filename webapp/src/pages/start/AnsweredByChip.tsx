import { IconAlertTriangle, IconHandStop } from "@tabler/icons-react";
import type { AnsweredBy } from "../../live/contract";
import { Chip } from "../../parts/Chip";
import { never } from "../../engine/never";
import { startWords } from "../../words/start";

/** Who answers this charger; a call that waits for a person goes before. */
export function AnsweredByChip({ answeredBy, held }: { answeredBy: AnsweredBy; held: number }) {
  if (held > 0) {
    return (
      <Chip tone="warn" icon={<IconHandStop size={14} aria-hidden="true" />}>
        {startWords.connected.callsWait(held)}
      </Chip>
    );
  }
  switch (answeredBy.kind) {
    case "this-tab":
      return <Chip tone="us">{startWords.connected.answeredBy.thisTab}</Chip>;
    case "another-tab":
      return <Chip says={answeredBy.name ?? undefined}>{startWords.connected.answeredBy.anotherTab}</Chip>;
    case "headless":
      return <Chip says={answeredBy.name ?? undefined}>{startWords.connected.answeredBy.headless}</Chip>;
    case "nobody":
      return (
        <Chip tone="warn" icon={<IconAlertTriangle size={14} aria-hidden="true" />}>
          {startWords.connected.answeredBy.nobody}
        </Chip>
      );
    default:
      return never(answeredBy);
  }
}
