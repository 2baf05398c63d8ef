import type { LobbyCharger } from "../../live/contract";
import { Dot } from "../../parts/Chip";
import { age, count } from "../../parts/format";
import { sessionHash } from "../../parts/route";
import type { useRoving } from "../../parts/useRoving";
import { shortVersion } from "../version_words";
import { AnsweredByChip } from "./AnsweredByChip";
import css from "./Start.module.css";
import { startWords } from "../../words/start";

interface Props {
  charger: LobbyCharger;
  now: number;
  stop: ReturnType<ReturnType<typeof useRoving>["entry"]>;
}

/** One charger; the whole row leads to its session. */
export function ChargerRow({ charger, now, stop }: Props) {
  const { identity, left, lastAt, framesPerMinute, flags } = charger;
  const make = [charger.vendor, charger.model].filter((part) => part !== null).join(" ");
  const assumed = flags.includes("no-subprotocol");
  return (
    <tr className={css.row} data-left={left !== null}>
      <th scope="row">
        <a href={sessionHash(identity)} {...stop}>
          <Dot tone={left !== null ? "none" : charger.answeredBy.kind === "nobody" ? "warn" : "ok"} />
          <span>{identity}</span>
        </a>
      </th>
      <td className={make === "" ? css.unknown : undefined}>{make === "" ? startWords.connected.unknownMake : make}</td>
      <td>
        {shortVersion(charger.version)} {assumed && <span className={css.unknown}>{startWords.connected.assumed}</span>}
      </td>
      {left === null ? (
        <>
          <td data-name={startWords.connected.columns.onlineFor}>{age(now - charger.since)}</td>
          <td data-name={startWords.connected.columns.lastFrame}>{lastAt === null ? "–" : age(now - lastAt)}</td>
          <td data-name={startWords.connected.columns.framesPerMinute}>
            {framesPerMinute === null ? "–" : count(framesPerMinute)}
          </td>
          <td>
            <AnsweredByChip answeredBy={charger.answeredBy} held={charger.held} />
          </td>
        </>
      ) : (
        <td colSpan={4} className={css.left} title={left.words}>
          {startWords.connected.left(age(now - left.at))}
        </td>
      )}
    </tr>
  );
}
