import type { JsonObject } from "../../../../engine/json";
import type { Preset, Wanted } from "./presets";

const evening = 18;

/** Limits that people try first. What limits a transaction names the one that runs. */
export function chargingPresets({ version, action, charger, now }: Wanted): Preset[] {
  const is16 = version === "ocpp1.6";
  if (action === "ClearChargingProfile") return clearing(is16);
  const running = charger.connectors.find(({ transaction }) => transaction !== null);
  const [place = "1"] = (running ?? charger.connectors.find(({ id }) => id !== "0"))?.id.split(".") ?? [];
  const profile = (more: JsonObject, schedule: JsonObject, limit: number): JsonObject => {
    const id = running?.transaction?.id;
    const own = { stackLevel: 0, chargingProfileKind: "Relative", ...more };
    const purpose =
      id !== undefined && own.chargingProfileKind === "Relative"
        ? { chargingProfilePurpose: "TxProfile", transactionId: is16 ? Number(id) : id }
        : { chargingProfilePurpose: "TxDefaultProfile" };
    const periods = { ...schedule, chargingRateUnit: "A", chargingSchedulePeriod: [{ startPeriod: 0, limit }] };
    return is16
      ? {
          connectorId: Number(place),
          csChargingProfiles: { chargingProfileId: 1, ...purpose, ...own, chargingSchedule: periods },
        }
      : {
          evseId: Number(place),
          chargingProfile: { id: 1, ...purpose, ...own, chargingSchedule: [{ id: 1, ...periods }] },
        };
  };
  return [
    { name: "16 A now", payload: profile({}, {}, 16) },
    {
      name: "6 A from 18:00",
      payload: profile({ chargingProfileKind: "Absolute" }, { startSchedule: nextEvening(now) }, 6),
    },
    { name: "Pause", payload: profile({}, {}, 0) },
  ];
}

function clearing(is16: boolean): Preset[] {
  const purposes = ["TxProfile", "TxDefaultProfile", is16 ? "ChargePointMaxProfile" : "ChargingStationMaxProfile"];
  return [
    ...(is16 ? [{ name: "All of them", payload: {} }] : []),
    ...purposes.map((purpose) => ({
      name: `All ${purpose}s`,
      payload: is16
        ? { chargingProfilePurpose: purpose }
        : { chargingProfileCriteria: { chargingProfilePurpose: purpose } },
    })),
  ];
}

/** 18:00 by this browser's clock: today, or tomorrow when it is past. */
function nextEvening(now: number): string {
  const time = new Date(now);
  if (time.getHours() >= evening) time.setDate(time.getDate() + 1);
  time.setHours(evening, 0, 0, 0);
  return `${time.toISOString().slice(0, 19)}Z`;
}
