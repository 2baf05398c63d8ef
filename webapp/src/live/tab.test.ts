import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { noon } from "../engine/testing/script";
import { BrowserTab } from "./testing/browser_tab";
import { FakeClock } from "./testing/fake_clock";
import { FakeRelay } from "./testing/fake_relay";
import { Store } from "../store/store";

const boot = '[2,"boot","BootNotification",{"chargePointVendor":"Voltaire","chargePointModel":"V2"}]';

let clock: FakeClock;
let relay: FakeRelay;
beforeEach(() => {
  indexedDB = new IDBFactory();
  clock = new FakeClock(noon);
  relay = new FakeRelay(clock);
});

class Browser extends BrowserTab {
  constructor(client: string, store?: () => Promise<Store>) {
    super(client, clock, relay, store);
  }
}

describe("one tab", () => {
  test("waits for a charger, answers it and shows what was said", async () => {
    const tab = await new Browser("tab-1").open("CP1");
    expect(relay.dialled).toEqual(["ws://relay.lan:9000/cs/CP1"]);
    expect(tab.charger().presence).toEqual({ kind: "absent", seenBefore: false });
    relay.connect();
    relay.call(boot);
    expect(relay.answers).toEqual([
      `[3,"boot",{"status":"Accepted","currentTime":"${new Date(clock.now()).toISOString()}","interval":60}]`,
    ]);
    await clock.pass(200);
    expect(tab.log()).toEqual([
      "The charger connected. From 10.0.0.7, ocpp1.6.",
      "cp BootNotification: Voltaire V2",
      "cs BootNotification: Accepted, every 60 s",
    ]);
    expect(tab.charger()).toMatchObject({
      presence: { kind: "online" },
      role: { mine: "answering" },
      facts: { vendor: "Voltaire", boot: "accepted" },
    });
    expect(tab.pages.relay()).toEqual({ kind: "open" });
  });

  test("says how the charger left and waits on", async () => {
    const tab = await new Browser("tab-1").open("CP1");
    relay.connect();
    relay.disconnect();
    await clock.pass(200);
    expect(tab.charger().presence).toMatchObject({
      kind: "left",
      words: "The charger closed the connection (1001, going away).",
    });
    relay.connect();
    relay.call(boot);
    expect(relay.answers).toHaveLength(1);
  });

  test("the pages hear of it at most ten times a second", async () => {
    const tab = await new Browser("tab-1").open("CP1");
    relay.connect();
    await clock.pass(500);
    let updates = 0;
    tab.pages.subscribe(() => (updates += 1));
    for (let count = 0; count < 100; count += 1) {
      relay.call(`[2,"${count}","Heartbeat",{}]`);
      await clock.pass(10);
    }
    expect(relay.answers).toHaveLength(100);
    expect(updates).toBeGreaterThan(5);
    expect(updates).toBeLessThanOrEqual(11);
  });

  test("a command is sent, answered and told", async () => {
    const tab = await new Browser("tab-1").open("CP1");
    relay.connect();
    relay.call(boot);
    tab.ask({
      kind: "send",
      identity: "CP1",
      draft: { kind: "call", action: "Reset", payload: { type: "Soft" } },
      anyway: false,
    });
    const [, call = ""] = relay.answers as string[];
    const [, id] = JSON.parse(call) as [number, string];
    await clock.pass(212);
    relay.call(`[3,"${id}",{"status":"Accepted"}]`);
    await clock.pass(200);
    expect(tab.charger().commands).toMatchObject([
      { action: "Reset", mine: true, state: { kind: "answered", words: "Accepted", ms: 212 } },
    ]);
  });

  test("pins and notes outlive a refresh; clearing takes them along, and Undo brings them back", async () => {
    const tab = await new Browser("tab-1").open("CP1");
    relay.connect();
    relay.call(boot);
    await clock.pass(500);
    const mark = { epoch: "e1", seq: 1, at: clock.now(), pinned: true, note: "odd" };
    tab.ask({ kind: "mark", identity: "CP1", mark });
    await clock.pass(500);
    const shown = (one: BrowserTab): unknown[] => [...one.pages.marks("CP1").values()];
    expect(shown(tab)).toEqual([mark]);
    const again = await new Browser("tab-1").open("CP1");
    await clock.pass(1000);
    expect(shown(again)).toEqual([mark]);
    again.ask({ kind: "clear", identity: "CP1" });
    await clock.pass(200);
    expect(shown(again)).toEqual([]);
    again.ask({ kind: "undo-clear", identity: "CP1" });
    await clock.pass(200);
    expect(shown(again)).toEqual([mark]);
    again.ask({ kind: "mark", identity: "CP1", mark: { ...mark, pinned: false, note: "" } });
    await clock.pass(200);
    expect(shown(again)).toEqual([]);
  });

  test("a cleared log comes back with Undo, and does not come back after ten seconds", async () => {
    const tab = await new Browser("tab-1").open("CP1");
    relay.connect();
    relay.call(boot);
    tab.ask({ kind: "clear", identity: "CP1" });
    await clock.pass(200);
    expect(tab.log()).toEqual([]);
    tab.ask({ kind: "undo-clear", identity: "CP1" });
    await clock.pass(200);
    expect(tab.log()).toHaveLength(3);
    tab.ask({ kind: "clear", identity: "CP1" });
    await clock.pass(11_000);
    tab.ask({ kind: "undo-clear", identity: "CP1" });
    await tab.leave();
    relay.call('[2,"b","StatusNotification",{"connectorId":1,"status":"Available"}]');
    const again = await new Browser("tab-1").open();
    expect(again.log()).toEqual(["cp StatusNotification: Connector 1: Available", "cs StatusNotification: {}"]);
  });
});

describe("a refresh", () => {
  test("in the middle of a call loses nothing, and the charger notices nothing", async () => {
    const before = await new Browser("tab-1").open("CP1");
    relay.connect();
    relay.call(boot);
    await before.leave();
    relay.call('[2,"b","StatusNotification",{"connectorId":1,"status":"Available"}]');
    expect(relay.answers).toHaveLength(1);

    const after = await new Browser("tab-1").open();
    expect(relay.answers).toHaveLength(2);
    expect(after.pages.open()).toEqual(["CP1"]);
    expect(after.log()).toEqual([
      "The charger connected. From 10.0.0.7, ocpp1.6.",
      "cp BootNotification: Voltaire V2",
      "cs BootNotification: Accepted, every 60 s",
      "cp StatusNotification: Connector 1: Available",
      "cs StatusNotification: {}",
    ]);
    expect(after.charger()).toMatchObject({
      completeness: { kind: "complete" },
      facts: { vendor: "Voltaire" },
      role: { mine: "answering" },
    });
  });

  test("what was queued is not forgotten", async () => {
    const before = await new Browser("tab-1").open("CP1");
    before.ask({
      kind: "send",
      identity: "CP1",
      draft: { kind: "call", action: "Reset", payload: { type: "Soft" } },
      anyway: false,
    });
    await clock.pass(1000);
    await before.leave();
    const after = await new Browser("tab-1").open();
    expect(after.charger().commands).toMatchObject([{ action: "Reset", state: { kind: "queued", why: "absent" } }]);
    relay.connect();
    relay.call(boot);
    expect(relay.answers).toHaveLength(2);
  });

  test("after which frames are gone says so", async () => {
    const before = await new Browser("tab-1").open("CP1");
    relay.connect();
    relay.call(boot);
    await before.leave();
    relay.keepFrames = 1;
    for (const id of ["b", "c", "d"]) relay.call(`[2,"${id}","Heartbeat",{}]`);
    const after = await new Browser("tab-1").open();
    expect(after.charger().completeness).toEqual({ kind: "gap", words: "Gap: frames 3 to 4 are gone" });
    expect(after.log()).toContain("Frames 3 to 4 are gone. The relay keeps only the last ones.");
  });
});

describe("two tabs", () => {
  test("exactly one answers, and both are told when that changes", async () => {
    const first = await new Browser("tab-1").open("CP1");
    const second = await new Browser("tab-2").open("CP1");
    relay.connect();
    relay.call(boot);
    await clock.pass(200);
    expect(relay.answers).toHaveLength(1);
    expect(second.charger().role).toMatchObject({ mine: "watching", holder: { client: "tab-1", me: false } });

    second.ask({ kind: "claim", identity: "CP1", unlessHeld: false });
    relay.call('[2,"b","StatusNotification",{}]');
    await clock.pass(200);
    expect(relay.answers).toHaveLength(2);
    expect(first.charger().role).toMatchObject({ mine: "watching", takenBy: { name: "Firefox on tab-2" } });
    expect(second.log().at(-1)).toBe("cs StatusNotification: {}");
    expect(first.log()).toEqual(
      second.log().map((line) => line.replace("This tab answers", "Firefox on tab-2 answers")),
    );
  });

  test("the one that comes later knows who answered before", async () => {
    await new Browser("bench-1").open("CP1");
    relay.connect();
    relay.call(boot);
    const second = await new Browser("bench-2").open("CP1");
    const row = second.pages.log("CP1").at(2);
    expect(row).toMatchObject({ from: "cs", state: { by: { kind: "default", words: "bench-1 · default" } } });
  });

  test("keep each frame once", async () => {
    const first = await new Browser("tab-1").open("CP1");
    const second = await new Browser("tab-2").open("CP1");
    relay.connect();
    relay.call(boot);
    await clock.pass(200);
    const shown = first.log();
    await first.leave();
    await second.leave();
    expect((await new Browser("tab-3").open("CP1")).log()).toEqual([...shown, "This tab answers from here on."]);
  });

  test("only a watcher's opening takes nothing away", async () => {
    await new Browser("tab-1").open("CP1");
    relay.connect();
    const second = await new Browser("tab-2").open("CP1");
    second.ask({ kind: "release", identity: "CP1" });
    await clock.pass(200);
    expect(second.charger().role.mine).toBe("watching");
  });
});

describe("a lost relay", () => {
  test("is tried again for ever, ever more slowly, and told about", async () => {
    const tab = await new Browser("tab-1").open("CP1");
    relay.connect();
    relay.call(boot);
    await clock.pass(200);
    relay.reachable = false;
    relay.cut();
    await clock.pass(100);
    expect(tab.pages.relay()).toMatchObject({ kind: "lost" });
    await clock.pass(60_000);
    expect(relay.dialled.length).toBeLessThan(15);
    relay.call('[2,"b","StatusNotification",{}]');
    relay.reachable = true;
    await clock.pass(11_000);
    expect(tab.pages.relay()).toEqual({ kind: "open" });
    expect(relay.answers).toHaveLength(2);
    expect(tab.log()).toContain("This browser was away for 1 min. 1 frame was fetched; nothing is missing.");
  });

  test("is found at once when a person says so", async () => {
    const tab = await new Browser("tab-1").open("CP1");
    relay.reachable = false;
    relay.cut();
    await clock.pass(30_000);
    relay.reachable = true;
    tab.ask({ kind: "retry" });
    await clock.pass(150);
    expect(tab.pages.relay()).toEqual({ kind: "open" });
  });

  test("that says not to come back is left alone", async () => {
    const tab = await new Browser("tab-1").open("CP1");
    relay.cut(4409);
    await clock.pass(60_000);
    expect(relay.dialled).toHaveLength(1);
    expect(tab.pages.relay()).toMatchObject({ kind: "ended", code: 4409 });
  });
});

describe("storage", () => {
  test("that cannot be opened is told, and nothing else suffers", async () => {
    const tab = await new Browser("tab-1", () => Promise.reject(new Error("private window"))).open("CP1");
    relay.connect();
    relay.call(boot);
    await clock.pass(200);
    expect(relay.answers).toHaveLength(1);
    expect(tab.log()).toHaveLength(3);
    expect(tab.pages.storage()).toEqual({ kind: "gone", reason: "private window" });
  });

  test("that never answers delays nothing for long", async () => {
    const tab = new Browser("tab-1", () => new Promise(() => {}));
    relay.connect();
    const opening = tab.open("CP1");
    await clock.pass(5000);
    await opening;
    relay.call(boot);
    expect(relay.answers).toHaveLength(1);
  });
});

describe("the logs of chargers that are shut", () => {
  const kept = async () => (await (await Store.open()).tail("CP1", 10)).length;

  test("are cleared after ten seconds, unless that is undone", async () => {
    const tab = await new Browser("tab-1").open("CP1");
    relay.connect();
    relay.call(boot);
    await clock.pass(1000);
    tab.ask({ kind: "clear-shut" });
    await clock.pass(11_000);
    expect(await kept()).toBeGreaterThan(0); // it is open
    tab.ask({ kind: "shut", identity: "CP1" });
    tab.ask({ kind: "clear-shut" });
    tab.ask({ kind: "undo-clear-shut" });
    await clock.pass(11_000);
    expect(await kept()).toBeGreaterThan(0);
    tab.ask({ kind: "clear-shut" });
    await clock.pass(11_000);
    expect(await kept()).toBe(0);
  });
});
