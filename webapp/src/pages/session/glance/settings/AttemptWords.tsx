import type { Setting } from "../../../../live/contract";
import { Chip, type Tone } from "../../../../parts/Chip";
import { settingWords } from "../../../../words/glance";
import { useStored } from "../../../live";
import { underway } from "./requests";

/** What became of the last try to set it. */
export function AttemptWords({ setting, identity }: { setting: Setting; identity: string }) {
  const commands = useStored((store) => store.charger(identity)?.commands);
  const { attempt } = setting;
  const pending = underway(commands ?? [], setting);
  if (pending !== null)
    return pending.kind === "queued" ? <Chip>{settingWords.queued}</Chip> : <Chip tone="bad">{pending.words}</Chip>;
  if (attempt === null) return null;
  const { tone, words } = shown[attempt.state](attempt.words);
  return <Chip tone={tone}>{words}</Chip>;
}

const shown: Record<NonNullable<Setting["attempt"]>["state"], (words: string) => { tone: Tone; words: string }> = {
  waiting: () => ({ tone: "plain", words: settingWords.waiting }),
  accepted: () => ({ tone: "ok", words: settingWords.accepted }),
  restart: () => ({ tone: "warn", words: settingWords.restart }),
  refused: (words) => ({ tone: "bad", words: settingWords.refused(words) }),
};
