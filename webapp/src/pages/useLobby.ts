import { useEffect } from "react";
import { useLive } from "./live";

/** Hears who comes, goes and knocks for as long as the part is shown. */
export function useLobby(wanted = true): void {
  const live = useLive();
  useEffect(() => {
    if (!wanted) return;
    live.ask({ kind: "lobby", watch: true });
    return () => live.ask({ kind: "lobby", watch: false });
  }, [live, wanted]);
}
