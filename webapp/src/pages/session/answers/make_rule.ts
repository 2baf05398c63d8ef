import { parseFrame } from "../../../engine/frame";
import type { Charger, FrameRow } from "../../../live/contract";
import type { Log } from "../../../live/page_store";
import { ruleHash } from "../../../parts/route";
import { goTo } from "../../../parts/useRoute";
import type { CannedReply } from "../../../responder/rule";
import { ruleFor, withRule } from "./profile_edit";
import { firstProfile, type InUse, rulesOf } from "./useProfile";

/** The charge point's call of an exchange, whichever half is given; null where there is none. */
export function callOf(row: FrameRow, log: Log): FrameRow | null {
  if (row.from === "cp") return row.type === "call" ? row : null;
  const other = row.pair === null ? undefined : log.at(row.pair);
  return other?.kind === "frame" && other.from === "cp" && other.type === "call" ? other : null;
}

/** A rule for calls of this action, on top of the list, where it is asked first, and open in the editor. */
export function beginRule(charger: Charger, inUse: InUse, action: string, reply?: CannedReply): void {
  const { current, save } = inUse;
  const names = rulesOf(current).map(({ name }) => name);
  const fresh = ruleFor(action, charger.connection?.version ?? "ocpp1.6", names);
  const rule = reply === undefined ? fresh : { ...fresh, answer: { mode: "always" as const, reply } };
  save(withRule(current?.profile ?? firstProfile, rule));
  goTo(ruleHash(charger.identity, rule.id));
}

/** From a recorded exchange: calls of this action get from now on what this one got. */
export function ruleFromRow(charger: Charger, inUse: InUse, row: FrameRow, log: Log): void {
  const call = callOf(row, log);
  if (call?.action == null) return;
  const answer = call.pair === null ? undefined : log.at(call.pair);
  beginRule(charger, inUse, call.action, answer?.kind === "frame" ? replyOf(answer) : undefined);
}

/** What an answer said; undefined where it can only be written anew. */
function replyOf({ text }: FrameRow): CannedReply | undefined {
  const frame = text === null ? undefined : parseFrame(text);
  if (frame?.kind !== "error") return undefined;
  const { code, description, details } = frame;
  return { kind: "error", code, description, details };
}
