import type { Charger } from "../../../live/contract";
import { useRoute } from "../../../parts/useRoute";
import { useLive } from "../../live";
import { FrameFinder } from "../log/frame_name";
import { beginRule, callOf } from "./make_rule";
import type { InUse } from "./useProfile";

const commonest = "BootNotification";

/** "New rule": for the call that is selected in the log, else for the one a charger begins with. */
export function useNewRule(charger: Charger, inUse: InUse): () => void {
  const { store } = useLive();
  const route = useRoute();
  const selected = route.place === "session" ? route.query.get("frame") : null;
  return () => {
    const log = store.log(charger.identity);
    const row = new FrameFinder().find(log, selected);
    const call = row === null ? null : callOf(row, log);
    beginRule(charger, inUse, call?.action ?? commonest);
  };
}
