import { describe, expect, test } from "vitest";
import { Script } from "./testing/script";

const ready = `
  opened e1
  role me
  cp> [2,"a","BootNotification",{}]
  us> [3,"a",{"status":"Accepted","currentTime":"2026-11-20T12:00:00.000Z","interval":60}]
`;

const series = (script: Script) => script.central.repeating.map(({ sent, times, end }) => [sent, times, end]);

describe("a command sent again and again", () => {
  test("goes out as often as asked, and never more", () => {
    const script = new Script();
    script.run(`${ready}
      repeat 3 every 5 s ClearCache
      us> [2,"#1","ClearCache",{}]
      cp> [3,"#1",{"status":"Accepted"}]
      wait 4.5 s
      us> nothing
      wait 0.5 s
      us> [2,"#2","ClearCache",{}]
      cp> [3,"#2",{"status":"Accepted"}]
      wait 5 s
      us> [2,"#3","ClearCache",{}]
      cp> [3,"#3",{"status":"Accepted"}]
      wait 60 s
      us> nothing
    `);
    expect(series(script)).toEqual([[3, 3, "done"]]);
  });

  test("waits for a slow charger instead of piling up", () => {
    const script = new Script();
    script.run(`${ready}
      repeat 3 every 1 s ClearCache
      us> [2,"#1","ClearCache",{}]
      wait 10 s
      us> nothing
    `);
    expect(series(script)).toEqual([[2, 3, null]]);
    script.run(`
      cp> [3,"#1",{}]
      us> [2,"#2","ClearCache",{}]
      us> nothing
    `);
  });

  test("stops by hand, and what of it still waits does not go out", () => {
    const script = new Script();
    script.run(`${ready}
      repeat 9 every 1 s ClearCache
      us> [2,"#1","ClearCache",{}]
      wait 2 s
      stop
      cp> [3,"#1",{}]
      wait 5 s
      us> nothing
    `);
    expect(series(script)).toEqual([[2, 9, "hand"]]);
  });

  test.each([
    ["role tab-2", "role"],
    ["closed", "left"],
    ["opened e2", "left"],
    ["lost", "lost"],
  ])("stops after %j, and does not go on by itself", (line, end) => {
    const script = new Script();
    script.run(`${ready}
      repeat 9 every 1 s ClearCache
      us> [2,"#1","ClearCache",{}]
      ${line}
      wait 3 s
      us> nothing
    `);
    expect(series(script)).toEqual([[1, 9, end]]);
  });

  test("is refused while nobody is there to hear it", () => {
    const script = new Script();
    script.run(`
      repeat 9 every 1 s ClearCache
      us> nothing
    `);
    expect(script.central.refusal).toEqual({ of: "send", reason: "absent" });
    expect(series(script)).toEqual([]);
  });

  test("stops when the relay refuses one of it", () => {
    const script = new Script();
    script.run(`${ready}
      repeat 9 every 1 s ClearCache
      us? [2,"#1","ClearCache",{}]
      refused too-fast
      wait 5 s
      us> nothing
    `);
    expect(series(script)).toEqual([[1, 9, "refused"]]);
  });
});

test("a call waits as long as its own time-out, then the next one goes", () => {
  new Script().run(`${ready}
    type 5 s: ClearCache
    us> [2,"#1","ClearCache",{}]
    type GetLocalListVersion
    wait 4.5 s
    us> nothing
    wait 0.5 s
    us> [2,"#2","GetLocalListVersion",{}]
  `);
});

test("a payload goes out as it is spelled", () => {
  new Script().run(`${ready}
    spell Reset {"type": "Soft", "limit": 16.0, "id": 12345678901234567890}
    us> [2,"#1","Reset",{"type":"Soft","limit":16.0,"id":12345678901234567890}]
  `);
});

test("a held card whose time is up does not keep a watching tab awake", () => {
  const suggestion = { reply: { kind: "result" as const, payload: {} }, by: "default" };
  const script = new Script(() => ({ reply: { kind: "ask", suggestion }, by: "Ask me" }));
  script.run(`
    opened e1
    role me
    cp> [2,"a","Heartbeat",{}]
  `);
  expect(script.central.nextDue).toBe(script.now + 25_000);
  script.run("role tab-2");
  expect(script.central.nextDue).toBeNull();
});
