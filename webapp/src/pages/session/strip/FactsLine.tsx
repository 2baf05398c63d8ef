import type { Charger } from "../../../live/contract";
import { Chip } from "../../../parts/Chip";
import { age, counted } from "../../../parts/format";
import { useNow } from "../../../parts/tick";
import { versionWords } from "../../version_words";
import type { Layout } from "../layout";
import { relayNow } from "../state_words";
import { bootChip, clockWords, flagWords, lateClock } from "./fact_words";
import css from "./Strip.module.css";
import { sessionWords } from "../../../words/session";

const words = sessionWords.strip;

/** Vendor and model, last frame, clock, rate, and what is odd about the connection. */
export function FactsLine({ charger, layout }: { charger: Charger; layout: Layout }) {
  const now = relayNow(charger, useNow());
  const { facts, connection, lastFrameAt, framesPerMinute } = charger;
  const last = lastFrameAt === null ? null : age(now - lastFrameAt);
  if (layout === "phone") return <div className={css.facts}>{last === null ? words.noFrame : words.ago(last)}</div>;
  const wide = layout === "wide";
  const make = [facts.vendor, facts.model].filter((part) => part !== null).join(" ");
  const firmware = wide && facts.firmware !== null ? words.firmware(facts.firmware) : null;
  const version = !wide && connection !== null ? versionWords(connection.version) : null;
  const head = [version, make === "" ? null : make, firmware].filter((part) => part !== null).join(" · ");
  const boot = bootChip(facts.boot);
  return (
    <div className={css.facts}>
      {head !== "" && <span className={wide ? css.make : undefined}>{head}</span>}
      {last !== null && (
        <span>
          {words.lastFrame.before} <b>{last}</b> {words.lastFrame.after}
        </span>
      )}
      {facts.clockSkewMs !== null && layout !== "column" && (
        <span className={lateClock(facts.clockSkewMs) ? css.late : undefined}>
          {words.clock} <b>{clockWords(facts.clockSkewMs)[0]}</b> {clockWords(facts.clockSkewMs)[1]}
        </span>
      )}
      {wide && <span>{words.perMinute(counted(framesPerMinute, "frame"))}</span>}
      {boot !== null && <Chip tone="warn">{boot}</Chip>}
      {flagWords(connection).map(({ flag, words: odd, says }) => (
        <Chip key={flag} says={says}>
          {odd}
        </Chip>
      ))}
    </div>
  );
}
