import type { ReactNode } from "react";
import type { Boot, Charger } from "../../../live/contract";
import { age, clockSeconds, latency } from "../../../parts/format";
import { never } from "../../../engine/never";
import { usePreferences } from "../../../parts/preferences";
import { useNow } from "../../../parts/tick";
import { versionWords } from "../../version_words";
import { relayNow } from "../state_words";
import { clockWords, flagWords } from "../strip/fact_words";
import css from "./Glance.module.css";

/** What is known of the charger itself; a dash where nothing is. */
export function Facts({ charger }: { charger: Charger }) {
  const now = relayNow(charger, useNow());
  const { zone } = usePreferences();
  const { facts, connection } = charger;
  const make = [facts.vendor, facts.model].filter((part) => part !== null).join(" ");
  const flags = flagWords(connection).map(({ words }) => words);
  const boot = facts.bootAt === null ? "" : ` at ${clockSeconds(facts.bootAt, zone)}`;
  const every = facts.heartbeatSeconds === null ? "" : `, interval ${facts.heartbeatSeconds} s`;
  return (
    <section className={`card ${css.facts}`} aria-label="Facts">
      <h2>{make === "" ? "–" : make}</h2>
      <dl>
        <Fact name="Boot">{facts.boot === "unknown" ? null : `${bootWords(facts.boot)}${boot}${every}`}</Fact>
        <Fact name="Firmware">{facts.firmware}</Fact>
        <Fact name="Serial">{facts.serial}</Fact>
        <Fact name="Version">{connection === null ? null : versionWords(connection.version)}</Fact>
        <Fact name="Last heartbeat">
          {facts.lastHeartbeatAt === null ? null : `${age(now - facts.lastHeartbeatAt)} ago`}
        </Fact>
        <Fact name="Clock against relay">
          {facts.clockSkewMs === null ? null : clockWords(facts.clockSkewMs).join(" ")}
        </Fact>
        <Fact name="Our answers">{average(facts.ourAnswerMs)}</Fact>
        <Fact name="Its answers">{average(facts.itsAnswerMs)}</Fact>
        <Fact name="Remote">{connection === null ? null : [connection.remote, ...flags].join(" · ")}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd>{children ?? "–"}</dd>
    </div>
  );
}

function average(ms: number | null): string | null {
  return ms === null ? null : `${latency(ms)} on average`;
}

function bootWords(boot: Exclude<Boot, "unknown">): string {
  switch (boot) {
    case "unanswered":
      return "Not answered";
    case "accepted":
      return "Accepted";
    case "pending":
      return "Pending";
    case "rejected":
      return "Rejected";
    default:
      return never(boot);
  }
}
