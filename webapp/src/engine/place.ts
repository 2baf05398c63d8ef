import { at, isObject, type Json, numberOf, wordOf } from "./json";

/** Where in the charger: `id` is "1" or "1.2", "0" for the charger itself; `label` is what people read. */
export interface Place {
  id: string;
  label: string;
}

/** Which connector (1.6) or EVSE (2.x) a payload speaks of; undefined when of none. */
export function placeOf(payload: Json): Place | undefined {
  const evse = at(payload, "evse");
  if (isObject(evse)) return evsePlace(at(evse, "id"), at(evse, "connectorId"));
  if (at(payload, "evseId") !== undefined) return evsePlace(at(payload, "evseId"), at(payload, "connectorId"));
  const connector = wordOf(at(payload, "connectorId"));
  if (connector === undefined) return undefined;
  return numberOf(connector) === 0 ? charger : { id: connector, label: `Connector ${connector}` };
}

const charger: Place = { id: "0", label: "Charger" };

function evsePlace(evse: Json | undefined, connector: Json | undefined): Place | undefined {
  const number = wordOf(evse);
  if (number === undefined) return undefined;
  if (numberOf(number) === 0) return charger;
  const outlet = wordOf(connector);
  const id = outlet === undefined ? number : `${number}.${outlet}`;
  return { id, label: `EVSE ${id}` };
}

/** The transaction a payload names, in the version's own field. */
export function transactionOf(payload: Json): string | undefined {
  return wordOf(at(payload, "transactionInfo", "transactionId")) ?? wordOf(at(payload, "transactionId"));
}
