import type { SeriesName } from "../../../../live/contract";
import { chartWords } from "../../../../words/glance";

const names: Record<string, string> = {
  "Power.Active.Import": "Power",
  "Power.Active.Export": "Power out",
  "Power.Offered": "Power offered",
  "Energy.Active.Import.Register": "Energy",
  "Energy.Active.Export.Register": "Energy out",
  "Current.Import": "Current",
  "Current.Export": "Current out",
  "Current.Offered": "Current offered",
};

/** "Power, 1", "Current L1, 2", "Inlet temperature" and so on. */
export function seriesName({ measurand, phase, location, place }: SeriesName): string {
  const what = [names[measurand] ?? measurand, phase, location].filter((part) => part !== null).join(" ");
  return `${what}, ${place === "0" ? chartWords.charger : place}`;
}

/** "Power, 1 (kW)" */
export function seriesTitle(name: SeriesName): string {
  return name.unit === "" ? seriesName(name) : `${seriesName(name)} (${name.unit})`;
}
