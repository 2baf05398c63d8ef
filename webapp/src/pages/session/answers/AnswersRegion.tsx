import { IconHandStop } from "@tabler/icons-react";
import type { Charger } from "../../../live/contract";
import { RegionHead } from "../RegionHead";
import css from "./Answers.module.css";
import { defaultSentences } from "./default_sentences";

/** How calls of the charger are answered: by the defaults, a sentence each. */
export function AnswersRegion({ charger, large }: { charger: Charger; large: boolean }) {
  const sentences = defaultSentences(charger.connection?.version ?? "ocpp1.6");
  return (
    <div className={css.answers} data-large={large}>
      <RegionHead title="Answers" identity={charger.identity} view="answers" large={large} />
      <p className={css.waits}>
        <IconHandStop size={15} aria-hidden="true" /> {waitWords(charger)}
      </p>
      <ul className={css.list} aria-label="Default answers" tabIndex={0}>
        {sentences.map(({ action, arrives, answer }) => (
          <li key={`${action} ${arrives}`}>
            When <b>{action}</b> {arrives}, answer {answer}
          </li>
        ))}
      </ul>
    </div>
  );
}

function waitWords({ presence, role }: Charger): string {
  if (role.mine === "watching" && role.holder != null)
    return "These answers are yours. They are given when you take over.";
  return presence.kind === "online" ? "No call waits for you." : "Default answers are given as soon as it connects.";
}
