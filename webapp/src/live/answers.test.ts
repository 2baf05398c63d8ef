import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { noon } from "../engine/testing/script";
import { readyMade } from "../responder/ready_made";
import type { CannedReply, Plan, Profile, When } from "../responder/rule";
import { BrowserTab } from "./testing/browser_tab";
import { FakeClock } from "./testing/fake_clock";
import { FakeRelay } from "./testing/fake_relay";

let clock: FakeClock;
let relay: FakeRelay;
beforeEach(() => {
  indexedDB = new IDBFactory();
  clock = new FakeClock(noon);
  relay = new FakeRelay(clock);
});

const ask: CannedReply = { kind: "ask" };
const blocked: CannedReply = { kind: "result", payload: { idTagInfo: { status: "Blocked" } } };
const authorize = (id: string): string => `[2,"${id}","Authorize",{"idTag":"04"}]`;

function profile(...rules: [string, Partial<When>, Plan | CannedReply][]): Profile {
  return {
    format: 1,
    name: "Bench",
    rules: rules.map(([name, when, answer]) => ({
      id: name,
      name,
      on: true,
      when: { conditions: [], ...when },
      answer: "mode" in answer ? answer : { mode: "always", reply: answer },
    })),
    defaults: [],
    expect: [],
  };
}

async function openWith(rules: Profile, client = "tab-1"): Promise<BrowserTab> {
  const tab = await new BrowserTab(client, clock, relay).open("CP1");
  tab.ask({ kind: "save-profile", id: "p1", profile: rules });
  tab.ask({ kind: "use-profile", identity: "CP1", id: "p1" });
  await clock.pass(200);
  relay.connect();
  return tab;
}

describe("rules", () => {
  test("answer as soon as they are in use, and the log tells which and at what step", async () => {
    const [, pending] = readyMade();
    if (pending === undefined) throw new Error("no such set");
    const tab = await openWith(pending.profile);
    relay.call('[2,"1","BootNotification",{}]');
    await clock.pass(200);
    const log = tab.pages.log("CP1");
    expect(log.at(log.end - 1)).toMatchObject({
      state: { kind: "answer", by: { kind: "rule", words: "rule · Pending twice", step: "step 1, 1 of 2" } },
    });
    expect(tab.charger().answers).toMatchObject({
      profile: "p1",
      hits: { "pending-twice": 1 },
      next: { "pending-twice": "step 1, second time" },
    });
  });

  test("go on after a refresh and a reconnect where they were, until somebody starts over", async () => {
    const [, pending] = readyMade();
    if (pending === undefined) throw new Error("no such set");
    const before = await openWith(pending.profile);
    relay.call('[2,"1","BootNotification",{}]');
    await before.leave();
    const after = await new BrowserTab("tab-1", clock, relay).open();
    relay.disconnect();
    relay.connect();
    await clock.pass(100);
    relay.call('[2,"2","BootNotification",{}]');
    relay.call('[2,"3","BootNotification",{}]');
    expect(JSON.stringify(relay.answers)).toMatch(/Pending.*Accepted/);
    after.ask({ kind: "start-over", identity: "CP1", rule: null });
    relay.call('[2,"4","BootNotification",{}]');
    expect(relay.answers.at(-1)).toContain("Pending");
  });

  test("with the same seed choose the same again", async () => {
    const dice: CannedReply = { kind: "result", payload: "{{random 1 1000000}}" };
    const tab = await openWith(profile(["Dice", {}, dice]));
    const draw = (seed: string): unknown[] => {
      tab.ask({ kind: "seed", identity: "CP1", seed });
      for (const id of ["a", "b", "c"]) relay.call(`[2,"${id}","Heartbeat",{}]`);
      return relay.answers.slice(-3);
    };
    expect(draw("4f2a91")).toEqual(draw("4f2a91"));
    expect(draw("4f2a91")).not.toEqual(draw("4f2a92"));
    await clock.pass(200);
    expect(tab.charger().answers.seed).toBe("4f2a92");
  });

  test.each<[string, CannedReply, unknown[], unknown[]]>([
    ["a result", { kind: "result", payload: {} }, ['[3,"a",{}]'], []],
    ["an error", { kind: "error", code: "X", description: "d", details: { e: 1 } }, ['[4,"a","X","d",{"e":1}]'], []],
    ["the default", { kind: "default", fault: "twice" }, ['[3,"a",{}]', '[3,"a",{}]'], []],
    ["silence", { kind: "silence" }, [], []],
    ["raw text", { kind: "raw", text: "what?" }, ["what?"], []],
    ["an empty frame", { kind: "result", payload: {}, fault: "empty" }, [""], []],
    ["an end", { kind: "close", code: 1001, reason: "bye" }, [], [{ type: "close", code: 1001, reason: "bye" }]],
    ["a cut", { kind: "cut" }, [], [{ type: "drop" }]],
  ])("send %s", async (_name, reply, answers, ended) => {
    await openWith(profile(["Rule", {}, reply]));
    relay.call('[2,"a","MeterValues",{}]');
    expect(relay.answers).toEqual(answers);
    expect(relay.ended).toEqual(ended);
  });

  test("come late when told to, and never to another connection", async () => {
    await openWith(profile(["Late", {}, { kind: "result", payload: {}, fault: "late" }]));
    relay.call('[2,"a","MeterValues",{}]');
    await clock.pass(30_500);
    expect(relay.answers).toEqual([]);
    await clock.pass(600);
    expect(relay.answers).toEqual(['[3,"a",{}]']);
    relay.call('[2,"b","MeterValues",{}]');
    relay.disconnect();
    relay.connect();
    await clock.pass(40_000);
    expect(relay.answers).toEqual([]);
  });

  test("that are deleted leave the default answers, and come back with Undo", async () => {
    const rules = profile(["Block", { action: "Authorize" }, blocked]);
    const tab = await openWith(rules);
    tab.ask({ kind: "delete-profile", id: "p1" });
    relay.call(authorize("a"));
    expect(relay.answers.at(-1)).toContain("Accepted");
    tab.ask({ kind: "save-profile", id: "p1", profile: rules });
    relay.call(authorize("b"));
    expect(relay.answers.at(-1)).toContain("Blocked");
    tab.ask({ kind: "save-profile", id: "p2", profile: rules });
    await clock.pass(200);
    expect(tab.pages.profiles().map((named) => named.profile.name)).toEqual(["Bench", "Bench (2)"]);
  });
});

describe("a call that waits for a person", () => {
  const asking = profile(["Ask", { action: "Authorize" }, ask], ["Block", { action: "Authorize" }, blocked]);

  test("is a card with what would be said otherwise, and that goes out after 25 seconds", async () => {
    const tab = await openWith(asking);
    relay.call(authorize("a"));
    await clock.pass(200);
    expect(tab.charger().held).toMatchObject([
      {
        action: "Authorize",
        uniqueId: "a",
        state: "waiting",
        askedBy: "rule: Ask",
        suggestion: { reply: blocked, by: "rule: Block" },
      },
    ]);
    await clock.pass(25_000);
    expect(relay.answers).toEqual(['[3,"a",{"idTagInfo":{"status":"Blocked"}}]']);
    expect(tab.charger().held).toEqual([]);
  });

  test("is answered by hand, each of several on its own, templates filled", async () => {
    const tab = await openWith(asking);
    relay.call(authorize("a"));
    relay.call(authorize("b"));
    await clock.pass(200);
    const [first, second] = tab.charger().held;
    if (first === undefined || second === undefined) throw new Error("two calls should wait");
    const reply: CannedReply = { kind: "result", payload: { tag: "{{call.idTag}}" }, fault: "twice" };
    tab.ask({ kind: "answer", identity: "CP1", epoch: second.epoch, seq: second.seq, reply });
    tab.ask({ kind: "answer", identity: "CP1", epoch: first.epoch, seq: first.seq, reply: { kind: "silence" } });
    await clock.pass(30_000);
    expect(relay.answers).toEqual(['[3,"b",{"tag":"04"}]', '[3,"b",{"tag":"04"}]']);
    expect(tab.charger().held).toEqual([]);
  });

  test("is held as long as it is pinned, also across a refresh", async () => {
    const tab = await openWith(asking);
    relay.call(authorize("a"));
    await clock.pass(200);
    const [card] = tab.charger().held;
    if (card === undefined) throw new Error("a call should wait");
    tab.ask({ kind: "pin", identity: "CP1", epoch: card.epoch, seq: card.seq, pinned: true });
    await clock.pass(60_000);
    expect(relay.answers).toEqual([]);
    await tab.leave();
    const again = await new BrowserTab("tab-1", clock, relay).open();
    expect(again.charger().held).toMatchObject([{ uniqueId: "a", fallbackAt: null, state: "waiting" }]);
    again.ask({ kind: "answer", identity: "CP1", epoch: card.epoch, seq: card.seq, reply: blocked });
    expect(relay.answers).toHaveLength(1);
  });

  test("goes through the rules again after a refresh, at the same step", async () => {
    const steps = [
      { times: 1, reply: ask },
      { times: 1, reply: blocked },
    ];
    const tab = await openWith(profile(["In turn", {}, { mode: "sequence", steps, then: "repeat last" }]));
    relay.call(authorize("a"));
    await tab.leave();
    const again = await new BrowserTab("tab-1", clock, relay).open();
    expect(again.charger().held).toMatchObject([{ uniqueId: "a", state: "waiting" }]);
    expect(relay.answers).toEqual([]);
  });

  test("stays to be read when another takes over, and when its connection is gone", async () => {
    const tab = await openWith(asking);
    relay.call(authorize("a"));
    const other = await new BrowserTab("tab-2", clock, relay).open("CP1");
    other.ask({ kind: "claim", identity: "CP1", unlessHeld: false });
    await clock.pass(200);
    expect(tab.charger().held).toMatchObject([{ uniqueId: "a", state: "watching" }]);
    expect(other.charger().held.length + relay.answers.length).toBe(1);
    tab.ask({ kind: "claim", identity: "CP1", unlessHeld: false });
    relay.call(authorize("b"));
    await clock.pass(200);
    relay.disconnect();
    await clock.pass(200);
    const gone = tab.charger().held;
    expect(gone.map(({ uniqueId, state }) => [uniqueId, state])).toEqual([
      ["a", "gone"],
      ["b", "gone"],
    ]);
    for (const { epoch, seq } of gone) {
      tab.ask({ kind: "answer", identity: "CP1", epoch, seq, reply: blocked });
      tab.ask({ kind: "dismiss", identity: "CP1", epoch, seq });
    }
    await clock.pass(200);
    expect(tab.charger()).toMatchObject({ held: [], refused: { reason: "no-such-epoch" } });
  });
});
