import { parseFrame } from "../../../../engine/frame";
import { isObject, type Json } from "../../../../engine/json";
import type { FrameRow } from "../../../../live/contract";
import type { Log } from "../../../../live/page_store";
import { type Circumstances, compileWhen } from "../../../../responder/matching";
import type { When } from "../../../../responder/rule";

/** A call of the charge point as the log keeps it. */
export interface SeenCall {
  row: FrameRow;
  action: string;
  payload: Json;
  /** How many of its action came on this connection up to it, as far as this page knows. */
  nth: number;
}

export const lookedAt = 200;

/** The newest calls, the newest first. */
export function seenCalls(log: Log): SeenCall[] {
  const found: SeenCall[] = [];
  for (let id = log.end - 1; id >= log.first && found.length < lookedAt; id -= 1) {
    const row = log.at(id);
    if (row?.kind !== "frame" || row.from !== "cp" || row.type !== "call" || row.text === null) continue;
    const frame = parseFrame(row.text);
    if (frame.kind === "call") found.push({ row, action: frame.action, payload: frame.payload, nth: 0 });
  }
  return numbered(found);
}

function numbered(newestFirst: SeenCall[]): SeenCall[] {
  const counts = new Map<string, number>();
  return newestFirst
    .reverse()
    .map((call) => {
      const key = `${call.row.epoch} ${call.action}`;
      const nth = (counts.get(key) ?? 0) + 1;
      counts.set(key, nth);
      return { ...call, nth };
    })
    .reverse();
}

/** The newest call that the rule would answer. */
export function newestMatch(
  when: When,
  calls: readonly SeenCall[],
  circumstances: Omit<Circumstances, "nth">,
): SeenCall | undefined {
  const matches = compileWhen(when);
  return calls.find((call) => matches(call, { ...circumstances, nth: call.nth }));
}

/** Paths of the newest call of this action, to choose from. */
export function seenPaths(calls: readonly SeenCall[], action: string | undefined): string[] {
  const call = calls.find((one) => action === undefined || one.action === action);
  return call === undefined ? [] : pathsIn(call.payload, "$").slice(0, 60);
}

function pathsIn(value: Json, path: string): string[] {
  if (Array.isArray(value)) return value[0] === undefined ? [] : pathsIn(value[0], `${path}[*]`);
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner, /^[^.[\]\s'"]+$/.test(key) ? `${path}.${key}` : `${path}['${key}']`),
  );
}
