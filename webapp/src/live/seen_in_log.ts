import type { FrameLog } from "../engine/frame_log";
import type { Charger } from "./contract";

/** What is known of a charger from its log alone; `now` is the log's clock. */
export function seenInLog(
  { facts, connectors, lastFrameAt, rate, counts, completeness, sent, seen }: FrameLog,
  now: number,
): Pick<
  Charger,
  | "facts"
  | "connectors"
  | "lastFrameAt"
  | "framesPerMinute"
  | "framesPerSecond"
  | "counts"
  | "completeness"
  | "commands"
  | "seen"
> {
  return {
    facts: facts.view,
    connectors: connectors.view,
    lastFrameAt,
    framesPerMinute: rate.perMinute(now),
    framesPerSecond: rate.perSecond(now),
    counts: counts.shown,
    completeness,
    commands: [...sent.view],
    seen: seen.view,
  };
}
