import { at, type JsonObject, wordOf } from "../../../engine/json";
import type { Path } from "../../../schema/json_schema";
import { unitOf } from "../../../schema/words";

const short: Readonly<Record<string, string>> = { seconds: "s", minutes: "min", hours: "h", ampere: "A" };

/** The unit of a field, where its words name one or point at the schedule's. */
export function unitFor(path: Path, hint: string | undefined, payload: JsonObject): string | undefined {
  const named = unitOf(hint);
  if (named !== undefined) return short[named] ?? named;
  const points = /chargingRateUnit|unit of the schedule/.test(hint ?? "") && path.at(-1) !== "chargingRateUnit";
  return points ? scheduleUnit(path, payload) : undefined;
}

/** The nearest unit around a place. */
function scheduleUnit(path: Path, payload: JsonObject): string | undefined {
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const unit = wordOf(at(payload, ...path.slice(0, length), "chargingRateUnit"));
    if (unit !== undefined) return unit;
  }
  return undefined;
}
