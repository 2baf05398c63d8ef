import { useMemo, useSyncExternalStore } from "react";
import { type Route, readRoute } from "./route";

function subscribe(told: () => void): () => void {
  addEventListener("hashchange", told);
  return () => removeEventListener("hashchange", told);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => readRoute(hash), [hash]);
}

/** Goes to another place of the page; it can be left again with Back. */
export function goTo(hash: string): void {
  location.hash = hash;
}

/** Changes the address without an entry in the history: filters do so while they are typed. */
export function rewrite(hash: string): void {
  history.replaceState(history.state, "", hash);
  dispatchEvent(new HashChangeEvent("hashchange"));
}
