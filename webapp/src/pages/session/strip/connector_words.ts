import { readable } from "../../../engine/meter";
import type { Connector } from "../../../live/contract";
import { quantity } from "../../../parts/format";

/** The newest reading of a measurand over all phases, in the unit people read: kW, kWh, %. */
export function readingOf(connector: Connector, measurand: string): { value: number; unit: string; at: number } | null {
  const found = connector.readings.filter((reading) => reading.measurand === measurand);
  const whole = found.find((reading) => reading.phase === null) ?? found[0];
  return whole === undefined ? null : { ...readable(whole), at: whole.at };
}

/** Energy of the running transaction, in kWh. */
export function transactionEnergy(connector: Connector): number | undefined {
  const energy = connector.transaction?.energyWh;
  return energy === null || energy === undefined ? undefined : energy / 1000;
}

/** Power, energy of the transaction, state of charge: those that are known. */
export function connectorFigures(connector: Connector): string[] {
  if (connector.transaction === null) return [];
  const power = readingOf(connector, "Power.Active.Import");
  const energy = transactionEnergy(connector);
  const charge = readingOf(connector, "SoC");
  return [
    power === null ? null : quantity(power.value, power.unit),
    energy === undefined ? null : quantity(energy, "kWh"),
    charge === null ? null : quantity(charge.value, "%"),
  ].flatMap((figure) => (figure === null ? [] : monospaced(figure)));
}

/** In a monospaced type every space is as wide as a letter. */
function monospaced(figure: string): string {
  return figure.replace(/\s/g, " ");
}

export function isFaulted({ status, error }: Connector): boolean {
  return status === "Faulted" || (error !== null && error !== "NoError");
}

/** "6 Available · 2 Charging" */
export function statusTally(connectors: Connector[]): string {
  const tally = new Map<string, number>();
  for (const { status } of connectors) tally.set(status ?? "–", (tally.get(status ?? "–") ?? 0) + 1);
  return [...tally]
    .sort(([, one], [, other]) => other - one)
    .map(([status, times]) => `${times} ${status}`)
    .join(" · ");
}
