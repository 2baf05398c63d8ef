import { useSyncExternalStore } from "react";
import type { Zone } from "./format";

/** What this browser likes; its colour scheme is kept by Mantine. */
export interface Preferences {
  density: "compact" | "comfortable";
  zone: Zone;
  singleKeys: boolean;
  dock: number;
  detail: number;
  foldWide: boolean;
  foldNarrow: boolean;
  /** The log stands beside the charge point at a glance. */
  glanceLog: boolean;
}

const key = "ocpp-relay.preferences";
const initial: Preferences = {
  density: "compact",
  zone: "local",
  singleKeys: true,
  dock: 400,
  detail: 306,
  foldWide: false,
  foldNarrow: true,
  glanceLog: false,
};

let kept = read();
const listeners = new Set<() => void>();

export function prefer(change: Partial<Preferences>): void {
  kept = { ...kept, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A private window may refuse: then it holds for as long as the page is open.
  }
  for (const told of listeners) told();
}

export function preferences(): Preferences {
  return kept;
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

function subscribe(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

function read(): Preferences {
  try {
    return { ...initial, ...(JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Preferences>) };
  } catch {
    return initial;
  }
}
