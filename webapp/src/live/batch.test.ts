import { expect, test } from "vitest";
import { Batch } from "./batch";
import type { Update } from "./contract";
import { FakeClock } from "./testing/fake_clock";

function batchOf(clock: FakeClock, leisure: number) {
  const posted: { at: number; rows: string[]; whole: string[] }[] = [];
  const batch = new Batch(
    clock,
    () => {},
    (rows, whole): Update => {
      posted.push({ at: clock.now(), rows: [...rows], whole: [...whole] });
      return {};
    },
    () => leisure,
  );
  return { batch, posted };
}

test("what changes without a pause leaves ten times a second", async () => {
  const clock = new FakeClock(1000);
  const { batch, posted } = batchOf(clock, 0);
  for (let turn = 0; turn < 50; turn += 1) {
    batch.charger("CP1");
    await clock.pass(10);
  }
  expect(posted.length).toBeGreaterThanOrEqual(5);
  expect(posted.length).toBeLessThanOrEqual(6);
  expect(posted[0]).toEqual({ at: 1000, rows: ["CP1"], whole: ["CP1"] });
});

test("what was too much for one update follows soon", async () => {
  const clock = new FakeClock(1000);
  const posted: number[] = [];
  const batch = new Batch(
    clock,
    () => {},
    () => {
      posted.push(clock.now());
      if (posted.length < 3) batch.more("CP1");
      return {};
    },
    () => 0,
  );
  batch.charger("CP1");
  await clock.pass(1000);
  expect(posted).toEqual([1000, 1030, 1060]);
});

test("of a busy charger only the rows leave each time; the last change is told whole all the same", async () => {
  const clock = new FakeClock(1000);
  const { batch, posted } = batchOf(clock, 300);
  for (let turn = 0; turn < 5; turn += 1) {
    batch.charger("CP1");
    await clock.pass(100);
  }
  await clock.pass(1000);
  const whole = posted.filter((one) => one.whole.length > 0).map(({ at }) => at);
  expect(whole).toEqual([1000, 1300, 1600]);
});
