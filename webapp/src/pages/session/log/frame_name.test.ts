import { expect, test } from "vitest";
import { frameRow, TestLog } from "../../../test/rows";
import { FrameFinder, frameName } from "./frame_name";

test("a frame is found by the name its address has, also when it comes later", () => {
  const log = new TestLog();
  const finder = new FrameFinder();
  expect(finder.find(log.append(frameRow(0)), "e.2")).toBeNull();
  expect(finder.find(log.append(frameRow(1), frameRow(2)), "e.2")?.id).toBe(1);
  expect(finder.find(log.append(frameRow(3)), "e.2")?.id).toBe(1);
  expect(finder.find(log.now, frameName({ epoch: "e", seq: 4 }))?.id).toBe(3);
  expect(finder.find(log.now, null)).toBeNull();
  expect(finder.find(log.now, "nonsense")).toBeNull();
});

test("one that is gone is not shown; in a log that begins anew it is looked for again", () => {
  const log = new TestLog();
  const finder = new FrameFinder();
  expect(finder.find(log.append(frameRow(0), frameRow(1)), "e.1")?.id).toBe(0);
  expect(finder.find(log.change({ first: 1 }), "e.1")).toBeNull();
  expect(finder.find(log.change({ first: 0 }), "e.1")?.id).toBe(0);
  expect(finder.find(log.change({ reset: true, appended: [frameRow(0, { seq: 9 })] }), "e.1")).toBeNull();
});
