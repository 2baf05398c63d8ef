import { expect, test } from "vitest";
import type { HeldCall } from "../../../../live/contract";
import { announcement, barWords, heldTitle, waitingOf } from "./held_words";
import { newsOf, type Told } from "./waiting_calls";

const call: HeldCall = {
  epoch: "e",
  seq: 1,
  at: 1000,
  action: "Authorize",
  uniqueId: "a",
  payload: {},
  version: "ocpp1.6",
  fallbackAt: 26_000,
  suggestion: { reply: { kind: "silence" }, by: "default" },
  askedBy: "Let me see",
  state: "waiting",
};
const after = (seconds: number, more: Partial<HeldCall> = {}) =>
  waitingOf({ ...call, ...more }, { chargerTimeoutMs: 30_000 }, 1000 + seconds * 1000);

test("a card says how long it waits and what happens next", () => {
  expect(after(13)).toEqual({
    sentence: "Waiting *13 s*. Sends the fallback in *12 s*; most chargers give up after 30 s.",
    filled: 13 / 30,
    mark: 25 / 30,
  });
  expect(after(13, { fallbackAt: null })).toMatchObject({
    sentence: "Waiting *13 s*. Held until you answer.",
    mark: null,
  });
  expect(after(31, { fallbackAt: null }).sentence).toBe(
    "The charger has most likely given up. An answer now will arrive late.",
  );
  expect(after(13, { state: "gone" }).sentence).toBe("The connection that asked is gone.");
});

test("bar, announcement and title", () => {
  expect(barWords(call, 14_000)).toBe("13 s; the fallback goes out in 12 s");
  expect(announcement(call, 1000)).toBe("Authorize waits for your answer, 25 seconds");
  const waiting = [
    { identity: "CP1", call, offset: 0 },
    { identity: "CP2", call: { ...call, action: "Heartbeat" }, offset: 0 },
  ];
  expect(heldTitle(waiting)).toBe("(2) Authorize waits – CP1");
  expect(heldTitle([])).toBeNull();
});

test("a call is told when it comes, once more before the fallback, and no more", () => {
  const waiting = [{ identity: "CP1", call, offset: 0 }];
  let told: ReadonlyMap<string, Told> = new Map();
  const said = (seconds: number) => {
    const news = newsOf(waiting, told, 1000 + seconds * 1000);
    told = news.told;
    return [news.fresh.length, news.soon.length];
  };
  expect(said(0)).toEqual([1, 0]);
  expect(said(10)).toEqual([0, 0]);
  expect(said(20)).toEqual([0, 1]);
  expect(said(21)).toEqual([0, 0]);
});
