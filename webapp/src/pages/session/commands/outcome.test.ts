import { expect, test } from "vitest";
import type { CommandState } from "../../../live/contract";
import { outcomeOf, toldOf } from "./outcome";

const told = (state: CommandState) => {
  const { answer, words, tone } = outcomeOf(state, 10_000);
  return [answer, words, tone];
};

test.each<[CommandState, (string | null)[]]>([
  [{ kind: "outstanding", since: 5800, timeoutMs: 30_000 }, [null, "4.2 s of 30 s", "warn"]],
  [{ kind: "answered", words: "Accepted", good: true, ms: 212 }, ["Accepted", "212 ms", "quiet"]],
  [{ kind: "answered", words: "NotSupported", good: false, ms: 88 }, ["NotSupported", "88 ms", "bad"]],
  [{ kind: "no-answer", ms: 30_000 }, [null, "no answer in 30 s", "warn"]],
  [{ kind: "late", words: "Accepted", lateMs: 12_000, timeoutMs: 30_000 }, ["Accepted", "came 12 s late", "warn"]],
  [
    { kind: "refused", reason: "absent", words: "The charger is not connected." },
    [null, "The charger is not connected.", "bad"],
  ],
])("%j", (state, expected) => {
  expect(told(state)).toEqual(expected);
});

test("the time-out reads the same before and after the late answer", () => {
  expect(toldOf({ kind: "no-answer", ms: 2000 }, 10_000).said).toBe("no answer in 2 s");
  const late = toldOf({ kind: "late", words: "Accepted", lateMs: 3000, timeoutMs: 2000 }, 10_000);
  expect([late.said, late.more]).toEqual(["no answer in 2 s", "· came 3.0 s late: Accepted"]);
});
