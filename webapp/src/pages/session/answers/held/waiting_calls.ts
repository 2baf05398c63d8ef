import type { HeldCall } from "../../../../live/contract";
import type { PageStore } from "../../../../live/page_store";

/** A call that waits for a person, and whose. */
export interface WaitingCall {
  identity: string;
  call: HeldCall;
  /** Relay clock minus browser clock. */
  offset: number;
}

/** Reads the waiting calls of all open chargers, the oldest first; the same list until one comes or goes. */
export function waitingReader(): (store: PageStore) => readonly WaitingCall[] {
  let last: readonly WaitingCall[] = [];
  return (store) => {
    const now = store.open().flatMap((identity) => {
      const charger = store.charger(identity);
      const waiting = charger?.held.filter(({ state }) => state === "waiting") ?? [];
      return waiting.map((call) => ({ identity, call, offset: charger?.clockOffset ?? 0 }));
    });
    now.sort((one, other) => one.call.at - other.call.at);
    const same = now.length === last.length && now.every(({ call }, at) => call === last[at]?.call);
    return same ? last : (last = now);
  };
}

/** Told once when it comes, and once more shortly before the fallback. */
export type Told = "new" | "soon";

export interface News {
  fresh: WaitingCall[];
  soon: WaitingCall[];
  told: ReadonlyMap<string, Told>;
}

export const soonMs = 5000;

/** What has not been said yet. `now` is the browser's clock. */
export function newsOf(waiting: readonly WaitingCall[], told: ReadonlyMap<string, Told>, now: number): News {
  const before = ({ identity, call }: WaitingCall) => told.get(keyOf(identity, call));
  const isSoon = ({ call, offset }: WaitingCall) =>
    call.fallbackAt !== null && call.fallbackAt - (now + offset) <= soonMs;
  const fresh = waiting.filter((one) => before(one) === undefined);
  const soon = waiting.filter((one) => before(one) === "new" && isSoon(one));
  const after = waiting.map((one): [string, Told] => [
    keyOf(one.identity, one.call),
    before(one) === "soon" || isSoon(one) ? "soon" : "new",
  ]);
  return { fresh, soon, told: new Map(after) };
}

function keyOf(identity: string, { epoch, seq }: HeldCall): string {
  return `${epoch}.${seq} ${identity}`;
}
