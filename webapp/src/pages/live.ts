import { createContext, useContext, useSyncExternalStore } from "react";
import type { PageStore } from "../live/page_store";
import type { Live } from "../live/start";

/** The worker, for every part below. */
export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("A part was drawn outside of the app.");
  return live;
}

/** What the worker told, read by one of the store's own getters. */
export function useStored<T>(read: (store: PageStore) => T): T {
  const { store } = useLive();
  return useSyncExternalStore(store.subscribe, () => read(store));
}
