import type { ReactNode } from "react";
import type { Charger, Source } from "../../../live/contract";
import { age, clockSeconds, count, latency } from "../../../parts/format";
import { usePreferences } from "../../../parts/preferences";
import { useNow } from "../../../parts/tick";
import { factWords, glanceWords } from "../../../words/glance";
import { versionWords } from "../../version_words";
import { relayNow } from "../state_words";
import { clockWords, flagWords, lateClock } from "../strip/fact_words";
import { From } from "./From";
import css from "./Glance.module.css";

/** What is known of the charger itself; a dash where nothing is. */
export function Facts({ charger }: { charger: Charger }) {
  const now = relayNow(charger, useNow());
  const { zone } = usePreferences();
  const { facts, connection, identity } = charger;
  const { boot, heartbeat, clock } = facts.sources;
  const make = [facts.vendor, facts.model].filter((part) => part !== null).join(" ");
  const flags = flagWords(connection).map(({ words }) => words);
  const left = charger.presence.kind === "left" ? charger.presence : null;
  const fact = (name: string, value: string | null, source: Source | null = null, tone?: string) => (
    <Fact key={name} name={name} identity={identity} source={source} tone={tone}>
      {value}
    </Fact>
  );
  const heard = facts.lastHeartbeatAt;
  const skew = facts.clockSkewMs;
  return (
    <section className={`card ${css.facts}`} aria-label={factWords.title} data-stale={left !== null}>
      <h2>{make === "" ? glanceWords.unknown : make}</h2>
      {left !== null && <p className={css.since}>{glanceWords.asOf(left.at, now, zone)}</p>}
      <dl>
        <div className={css.fact}>
          <dt>{factWords.boot}</dt>
          <dd>
            <BootWords charger={charger} source={boot} />
          </dd>
        </div>
        {fact(factWords.firmware, facts.firmware, boot)}
        {fact(factWords.serial, facts.serial, boot)}
        {fact(factWords.version, connection === null ? null : versionWords(connection.version))}
        {fact(factWords.heartbeat, heard === null ? null : factWords.ago(age(now - heard)), heartbeat)}
        {fact(
          factWords.clock,
          skew === null ? null : clockWords(skew).join(" ").trim(),
          clock,
          skew !== null && lateClock(skew) ? "warn" : undefined,
        )}
        {fact(factWords.rate, charger.lastFrameAt === null ? null : count(charger.framesPerMinute))}
        {fact(factWords.ours, average(facts.ourAnswerMs))}
        {fact(factWords.its, average(facts.itsAnswerMs))}
        {fact(factWords.remote, connection === null ? null : [connection.remote, ...flags].join(" · "))}
      </dl>
    </section>
  );
}

function BootWords({ charger: { identity, facts }, source }: { charger: Charger; source: Source | null }) {
  const { zone } = usePreferences();
  if (facts.boot === "unknown") return <>{glanceWords.unknown}</>;
  const at = facts.bootAt === null ? "" : factWords.at(clockSeconds(facts.bootAt, zone));
  const every = facts.heartbeatSeconds === null ? "" : factWords.every(facts.heartbeatSeconds);
  return (
    <From identity={identity} source={source}>
      <span data-boot={facts.boot}>{factWords.bootStates[facts.boot]}</span>
      {at + every}
    </From>
  );
}

interface FactProps {
  name: string;
  identity: string;
  source: Source | null;
  tone: string | undefined;
  children: ReactNode;
}

function Fact({ name, identity, source, tone, children }: FactProps) {
  return (
    <div className={css.fact} data-tone={tone}>
      <dt>{name}</dt>
      <dd>
        {children === null ? (
          glanceWords.unknown
        ) : (
          <From identity={identity} source={source}>
            {children}
          </From>
        )}
      </dd>
    </div>
  );
}

function average(ms: number | null): string | null {
  return ms === null ? null : factWords.average(latency(ms));
}
