import { useEffect } from "react";
import { useNow } from "../parts/tick";
import { useLive, useStored } from "./live";

/** Hears who comes, goes and knocks for as long as the part is shown. */
export function useLobby(wanted = true): void {
  const live = useLive();
  useEffect(() => {
    if (!wanted) return;
    live.ask({ kind: "lobby", watch: true });
    return () => live.ask({ kind: "lobby", watch: false });
  }, [live, wanted]);
}

/** The relay's clock, anew each second: what the lobby tells was stamped by it. */
export function useLobbyNow(): number {
  const offset = useStored((store) => store.lobby()).clockOffset;
  return useNow() + (offset ?? 0);
}
