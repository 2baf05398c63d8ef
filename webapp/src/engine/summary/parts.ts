import { at, type Json, listOf, wordOf } from "../json";
import { readingsOf, telling } from "../meter";
import { placeOf } from "../place";
import { joined, measured } from "./figures";

export function word(payload: Json | undefined, ...path: (string | number)[]): string | undefined {
  return wordOf(at(payload, ...path));
}

/** "Connector 1: …", or what follows alone when no place is named. */
export function placed(payload: Json, text: string): string {
  return joined(": ", placeOf(payload)?.label, text);
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A transaction's id, so that a line has room for more: of a UUID its first block, others in full. */
export function shortId(id: string | undefined): string | undefined {
  return id !== undefined && uuid.test(id) ? `${id.slice(0, 8)}…` : id;
}

/** "7.36 kW, 18.267 kWh, 32 % SoC, +4" */
export function meterWords(meterValue: Json | undefined, most: number): string | undefined {
  const readings = readingsOf(meterValue, 0);
  const shown = telling(readings).slice(0, most);
  if (shown.length === 0) return undefined;
  const words = shown.map(({ measurand, value, unit }) => measured(value, unit) + (measurand === "SoC" ? " SoC" : ""));
  const more = readings.length - shown.length;
  return joined(", ", ...words, more > 0 && shown.length === most ? `+${more}` : undefined);
}

/** "OCPPCommCtrlr.HeartbeatInterval" of a 2.x component and variable. */
export function variableName(entry: Json): string {
  return joined(".", word(entry, "component", "name"), word(entry, "variable", "name"));
}

/** "2 Accepted, 1 Rejected" */
export function tally(entries: Json | undefined, field: string): string {
  const counts = new Map<string, number>();
  for (const entry of listOf(entries)) {
    const status = word(entry, field) ?? "–";
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return joined(", ", ...[...counts].map(([status, count]) => `${count} ${status}`));
}
