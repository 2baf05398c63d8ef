import { never } from "../../engine/never";
import type { Charger } from "../../live/contract";
import { counted } from "../../parts/format";
import type { View } from "../../parts/route";

/** What a folded region says of itself beside its name. */
export function foldedWords(region: View, { counts, held, commands }: Charger): string {
  switch (region) {
    case "log":
      return counted(counts.frames, "frame");
    case "charge-point":
      return "";
    case "answers": {
      const waiting = held.filter(({ state }) => state === "waiting").length;
      if (waiting === 0) return "No call waits for you.";
      return waiting === 1 ? "1 call waits for you." : `${waiting} calls wait for you.`;
    }
    case "commands": {
      const queued = commands.filter(({ state }) => state.kind === "queued").length;
      if (queued > 0) return `${counted(queued, "command")} queued`;
      return commands.length === 0 ? "Nothing sent yet." : counted(commands.length, "command");
    }
    default:
      return never(region);
  }
}
