import type { Charger, Command } from "../../../live/contract";
import { useKeys } from "../../../parts/keys";
import { commandHash } from "../../../parts/route";
import { goTo, useRoute } from "../../../parts/useRoute";
import { useLive } from "../../live";
import { FrameFinder } from "../log/frame_name";
import { beginCommand, itemOf } from "./desk";
import { draftOf, writingOf } from "./resend";

/** What was sent, again: into the draft to be changed, or out at once. */
export function useResend(charger: Charger, large: boolean) {
  const live = useLive();
  const { identity } = charger;
  const fill = (text: string) => {
    const writing = writingOf(text);
    beginCommand(identity, writing);
    if (large) goTo(commandHash(identity, itemOf(writing)));
  };
  const again = ({ text }: Command) => live.ask({ kind: "send", identity, draft: draftOf(text), anyway: false });
  return { fill, again };
}

/** R: the command in focus, else the one that is open in the log, into the draft. */
export function useResendKey(charger: Charger, fill: (text: string) => void): void {
  const { store } = useLive();
  const route = useRoute();
  const selected = route.place === "session" ? route.query.get("frame") : null;
  useKeys({
    r: (event) => {
      const focused = event.target instanceof Element ? event.target.closest("[data-command]") : null;
      const id = focused?.getAttribute("data-command");
      const text = charger.commands.find((command) => command.id === id)?.text ?? openCall();
      if (text == null) return false;
      fill(text);
      return true;
    },
  });
  const openCall = (): string | null => {
    const log = store.log(charger.identity);
    const row = new FrameFinder().find(log, selected);
    const call = row?.state.kind === "answer" && row.pair !== null ? log.at(row.pair) : row;
    return call?.kind === "frame" && call.from === "cs" && call.type === "call" ? call.text : null;
  };
}
