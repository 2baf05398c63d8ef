import { never } from "../../engine/never";
import type { Charger } from "../../live/contract";
import { counted } from "../../parts/format";
import type { View } from "../../parts/route";
import { sessionWords } from "../../words/session";

const words = sessionWords.folded;

/** What a folded region says of itself beside its name. */
export function foldedWords(region: View, { counts, held, commands }: Charger): string {
  switch (region) {
    case "log":
      return counted(counts.frames, words.frame);
    case "charge-point":
      return "";
    case "answers": {
      const waiting = held.filter(({ state }) => state === "waiting").length;
      return waiting === 0 ? words.noCall : words.calls(waiting);
    }
    case "commands": {
      const queued = commands.filter(({ state }) => state.kind === "queued").length;
      if (queued > 0) return words.queued(counted(queued, words.command));
      return commands.length === 0 ? words.nothingSent : counted(commands.length, words.command);
    }
    default:
      return never(region);
  }
}
