import type { Knock } from "../../live/contract";

const hour = 3_600_000;

export function recentKnocks(knocks: readonly Knock[], now: number): Knock[] {
  return knocks.filter(({ at }) => now - at < hour);
}
