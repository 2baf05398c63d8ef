import { expect, test } from "vitest";
import { frameRow, TestLog } from "../../../../test/rows";
import { newestMatch, seenCalls, seenPaths } from "./seen_calls";

const boot = (id: number, vendor: string, epoch = "e") =>
  frameRow(id, {
    epoch,
    action: "BootNotification",
    text: JSON.stringify([2, `u${id}`, "BootNotification", { chargePointVendor: vendor, meters: [{ unit: "Wh" }] }]),
  });

const log = new TestLog();
log.append(boot(0, "Acme"), boot(1, "Voltaire"), frameRow(2, { from: "cs" }), frameRow(3), boot(4, "Acme", "later"));
const calls = seenCalls(log.now);
const here = { identity: "CP1", version: "ocpp1.6", booted: true };

test("the newest call that a rule would answer is found", () => {
  const when = { action: "BootNotification", conditions: [] };
  expect(newestMatch(when, calls, here)?.row.id).toBe(4);
  const voltaire = { path: "$.chargePointVendor", test: "is" as const, value: "Voltaire" };
  expect(newestMatch({ ...when, conditions: [voltaire] }, calls, here)?.row.id).toBe(1);
  expect(newestMatch({ ...when, nth: 2 }, calls, here)?.row.id).toBe(1);
  expect(newestMatch({ ...when, identity: "LAB-*" }, calls, here)).toBeUndefined();
});

test("calls of ours are none to be answered", () => {
  expect(calls.map(({ row }) => row.id)).toEqual([4, 3, 1, 0]);
});

test("paths of what came are offered", () => {
  expect(seenPaths(calls, "BootNotification")).toEqual(["$.chargePointVendor", "$.meters[*].unit"]);
  expect(seenPaths(calls, "Authorize")).toEqual([]);
});
