import { expect, test } from "vitest";
import type { Plan, Profile } from "../../../responder/rule";
import {
  actionsOf,
  duplicateRule,
  emptyProfile,
  moved,
  moveRule,
  ruleFor,
  withDefault,
  withMode,
  withoutRule,
  withoutStep,
  withRule,
  withRuleAt,
  withStepAfter,
} from "./profile_edit";

const rule = (name: string) => ({ ...ruleFor("Heartbeat", "ocpp1.6", []), id: name, name });
const three: Profile = { ...emptyProfile("Three"), rules: [rule("a"), rule("b"), rule("c")] };
const names = ({ rules }: Profile) => rules.map(({ name }) => name).join("");

test("a new rule answers as the default does, under a name of its own", () => {
  const boot = ruleFor("BootNotification", "ocpp1.6", ["BootNotification"]);
  expect(boot).toMatchObject({
    name: "BootNotification (2)",
    on: true,
    when: { action: "BootNotification", conditions: [] },
    answer: { mode: "always", reply: { kind: "result", payload: { status: "Accepted" } } },
  });
});

test("a new rule stands on top, a changed one where it was", () => {
  expect(names(withRule(three, rule("d")))).toBe("dabc");
  expect(withRule(three, { ...rule("b"), on: false }).rules[1]?.on).toBe(false);
});

test("rules move, go, and come back where they were", () => {
  expect(names(moveRule(three, "c", 0))).toBe("cab");
  expect(names(moveRule(three, "a", 99))).toBe("bca");
  expect(names(moveRule(three, "unknown", 0))).toBe("abc");
  const without = withoutRule(three, "b");
  expect(names(without)).toBe("ac");
  expect(names(withRuleAt(without, rule("b"), 1))).toBe("abc");
});

test("a copy stands below, with another id and name", () => {
  const { profile, copy } = duplicateRule(three, rule("a"));
  expect(profile.rules.map(({ name }) => name)).toEqual(["a", "a (2)", "b", "c"]);
  expect(copy.id).not.toBe("a");
});

test("nothing is lost on the way from one answer to several and back", () => {
  const pending = { kind: "result" as const, payload: { status: "Pending" } };
  const sequence = withMode({ mode: "always", reply: pending }, "sequence");
  expect(sequence).toEqual({ mode: "sequence", steps: [{ times: 1, reply: pending }], then: "repeat last" });
  const two: Plan = withStepAfter(sequence, 0, { kind: "silence" });
  const random = withMode(two, "random");
  expect(random).toEqual({
    mode: "random",
    choices: [
      { weight: 1, reply: pending },
      { weight: 1, reply: { kind: "silence" } },
    ],
  });
  expect(withMode(withoutStep(random, 0), "always")).toEqual({ mode: "always", reply: { kind: "silence" } });
});

test("another default replaces the one before; null brings the usual one back", () => {
  const silent = withDefault(three, "ocpp1.6", "Heartbeat", { kind: "silence" });
  const asking = withDefault(silent, "ocpp1.6", "Heartbeat", { kind: "ask" });
  expect(asking.defaults).toEqual([{ version: "ocpp1.6", action: "Heartbeat", reply: { kind: "ask" } }]);
  expect(withDefault(asking, "ocpp2.1", "Heartbeat", { kind: "silence" }).defaults).toHaveLength(2);
  expect(withDefault(asking, "ocpp1.6", "Heartbeat", null).defaults).toEqual([]);
});

test("each version has its own calls", () => {
  expect(actionsOf("ocpp1.6")).toHaveLength(14);
  expect(actionsOf("ocpp2.1")).toContain("TransactionEvent");
  expect(moved([1, 2, 3], 5, 0)).toEqual([1, 2, 3]);
});
