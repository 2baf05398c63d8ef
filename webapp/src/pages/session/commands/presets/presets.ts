import type { Json } from "../../../../engine/json";
import type { Charger } from "../../../../live/contract";
import { type Schema, schemaAt } from "../../../../schema/json_schema";
import type { Version } from "../../../../schema/version";
import { chargingPresets } from "./charging";
import { configurationPresets } from "./configuration";

/** A payload with a name, to start from. */
export interface Preset {
  name: string;
  payload: Json;
}

export interface Wanted {
  version: Version;
  action: string;
  /** The call's; undefined until the standard's files are here. */
  schema: Schema | undefined;
  charger: Pick<Charger, "connectors" | "seen">;
  now: number;
}

/** What is often sent, for this charger: its connectors, its running transactions, its keys. */
export function presetsOf(wanted: Wanted): Preset[] {
  const { action, schema, version } = wanted;
  const words = (...path: string[]): string[] => (schema && schemaAt(schema, path)?.enum) ?? [];
  switch (action) {
    case "TriggerMessage":
    case "ExtendedTriggerMessage":
      return words("requestedMessage").map((requestedMessage) => ({
        name: requestedMessage,
        payload: { requestedMessage },
      }));
    case "Reset":
      return words("type").map((type) => ({ name: type, payload: { type } }));
    case "ChangeAvailability":
      return version === "ocpp1.6"
        ? availability16(wanted, words("type"))
        : availability2(wanted, words("operationalStatus"));
    case "GetBaseReport":
      return words("reportBase").map((reportBase) => ({ name: reportBase, payload: { requestId: 1, reportBase } }));
    case "SetChargingProfile":
    case "ClearChargingProfile":
      return chargingPresets(wanted);
    default:
      return configurationPresets(wanted);
  }
}

function availability16({ charger }: Wanted, types: string[]): Preset[] {
  const ids = ["0", ...charger.connectors.map(({ id }) => id).filter((id) => id !== "0")];
  return ids.flatMap((id) =>
    types.map((type) => ({
      name: `${id === "0" ? "Charger" : `Connector ${id}`}: ${type}`,
      payload: { connectorId: Number(id), type },
    })),
  );
}

function availability2({ charger }: Wanted, types: string[]): Preset[] {
  const places = charger.connectors.filter(({ id }) => id !== "0").map(({ id }) => id.split(".").map(Number));
  const evses = [...new Set(places.map(([id]) => id))].flatMap((id) => (id === undefined ? [] : [{ id }]));
  const connectors = places.flatMap(([id, connectorId]) =>
    id === undefined || connectorId === undefined ? [] : [{ id, connectorId }],
  );
  const named = [
    { name: "Charger", evse: null },
    ...evses.map((evse) => ({ name: `EVSE ${evse.id}`, evse })),
    ...connectors.map((evse) => ({ name: `EVSE ${evse.id}.${evse.connectorId}`, evse })),
  ];
  return named.flatMap(({ name, evse }) =>
    types.map((operationalStatus) => ({
      name: `${name}: ${operationalStatus}`,
      payload: evse === null ? { operationalStatus } : { operationalStatus, evse },
    })),
  );
}
