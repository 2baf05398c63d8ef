import { at, type Json, listOf, numberOf } from "../json";
import { joined, limit, plural } from "./figures";
import { word } from "./parts";

const purposes: Record<string, string> = {
  TxProfile: "this transaction",
  TxDefaultProfile: "every transaction",
  ChargePointMaxProfile: "the whole charger",
  ChargingStationMaxProfile: "the whole charger",
  ChargingStationExternalConstraints: "from outside",
};

/** "at most 16 A, this transaction" or "3 steps, 16 A to 6 A, recurring daily" */
export function profileWords(profile: Json | undefined): string {
  const schedule = at(profile, "chargingSchedule", 0) ?? at(profile, "chargingSchedule");
  const unit = word(schedule, "chargingRateUnit") ?? "A";
  const limits = listOf(at(schedule, "chargingSchedulePeriod")).map((step) => numberOf(at(step, "limit")) ?? 0);
  const purpose = word(profile, "chargingProfilePurpose") ?? "";
  const [first] = limits;
  if (first === undefined) return joined(", ", "no steps", purposes[purpose] ?? purpose);
  if (limits.length === 1)
    return joined(", ", `at most ${limit(first, unit)}`, purposes[purpose] ?? purpose, recurring(profile));
  const range = `${limit(first, unit)} to ${limit(limits.at(-1) ?? first, unit)}`;
  return joined(", ", plural(limits.length, "step"), range, recurring(profile));
}

function recurring(profile: Json | undefined): string | undefined {
  const kind = word(profile, "recurrencyKind");
  return kind === undefined ? undefined : `recurring ${kind.toLowerCase()}`;
}
