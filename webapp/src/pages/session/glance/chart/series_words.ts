import type { SeriesName } from "../../../../live/contract";
import { chartWords, seriesNames } from "../../../../words/glance";

/** "Power, 1", "Current L1, 2", "Inlet temperature" and so on. */
export function seriesName({ measurand, phase, location, place }: SeriesName): string {
  const what = [seriesNames[measurand] ?? measurand, phase, location].filter((part) => part !== null).join(" ");
  return `${what}, ${place === "0" ? chartWords.charger : place}`;
}

/** "Power, 1 (kW)" */
export function seriesTitle(name: SeriesName): string {
  return name.unit === "" ? seriesName(name) : `${seriesName(name)} (${name.unit})`;
}
