import type { LobbyCharger } from "../../live/contract";

/** Chargers whose identity, make or remote address holds what was typed. */
export function found(chargers: readonly LobbyCharger[], wanted: string): LobbyCharger[] {
  const part = wanted.trim().toLowerCase();
  return chargers.filter(({ identity, vendor, model, remote }) =>
    [identity, vendor, model, remote].some((text) => text?.toLowerCase().includes(part) ?? false),
  );
}
