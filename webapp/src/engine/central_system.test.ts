import { usualReply } from "../responder/default_answers";
import { describe, expect, test } from "vitest";
import type { Answer } from "../responder/reply";
import { Script } from "./testing/script";

const heartbeat = '{"currentTime":"2026-11-20T12:00:00.000Z"}';

describe("answering", () => {
  test("a call is answered at once", () => {
    new Script().run(`
      opened e1
      role me
      cp> [2,"a","Heartbeat",{}]
      us> [3,"a",${heartbeat}]
      cp> [2,"b","StatusNotification",{"connectorId":1}]
      us> [3,"b",{}]
      us> nothing
    `);
  });

  test("the unique id is echoed as it came", () => {
    new Script().run(`
      opened e1
      role me
      cp> [2, 007, "Heartbeat",{}]
      us> nothing
      cp> [2,12345678901234567890,"Heartbeat",{}]
      us> [3,12345678901234567890,${heartbeat}]
      cp> [2,"\\u0061","Heartbeat",{}]
      us> [3,"\\u0061",${heartbeat}]
    `);
  });

  test("an unknown action is not implemented", () => {
    new Script().run(`
      opened e1
      role me
      cp> [2,"a","FancyThing",{}]
      us> [4,"a","NotImplemented","Unknown action",{}]
    `);
  });

  test("what is broken, sent only to be read, or an answer is never answered", () => {
    new Script().run(`
      opened e1
      role me
      cp> [2,"a","Heartb
      cp> []
      cp> {"a":1}
      cp> [2,"a","Heartbeat"]
      cp> [6,"a","NotifyPeriodicEventStream",{}]
      cp> [3,"a",{}]
      cp> [4,"a","InternalError","",{}]
      cp> [5,"a","InternalError","",{}]
      us> nothing
    `);
  });

  test("nobody who only watches answers", () => {
    new Script().run(`
      opened e1
      role tab-2
      cp> [2,"a","Heartbeat",{}]
      us> nothing
    `);
  });

  test("each call gets one answer, also when its unique id comes twice", () => {
    new Script().run(`
      opened e1
      role me
      cp> [2,"a","StatusNotification",{}]
      cp> [2,"a","Heartbeat",{}]
      us> [3,"a",{}]
      us> [3,"a",${heartbeat}]
      us> nothing
    `);
  });

  test("an answer waits as long as its reply says", () => {
    const slow = (): Answer => ({ reply: { kind: "result", payload: {}, afterMs: 3000 }, by: "rule: Slow" });
    new Script(slow).run(`
      opened e1
      role me
      cp> [2,"a","Heartbeat",{}]
      wait 2.5 s
      us> nothing
      wait 0.5 s
      us> [3,"a",{}]
      cp> [2,"b","Heartbeat",{}]
      opened e2
      role me
      wait 9 s
      us> nothing
    `);
  });

  test("transaction ids grow and collide with none that was seen", () => {
    const start = '"StartTransaction",{"connectorId":1,"idTag":"A","meterStart":0}';
    new Script().run(`
      opened e1
      role me
      cp> [2,"a",${start}]
      us> [3,"a",{"transactionId":1795176000,"idTagInfo":{"status":"Accepted"}}]
      cp> [2,"b",${start}]
      us> [3,"b",{"transactionId":1795176001,"idTagInfo":{"status":"Accepted"}}]
      cp> [2,"c","MeterValues",{"transactionId":1795180000}]
      us> [3,"c",{}]
      cp> [2,"d",${start}]
      us> [3,"d",{"transactionId":1795180001,"idTagInfo":{"status":"Accepted"}}]
    `);
  });
});

describe("a refresh in the middle of a call", () => {
  test("what came before the role did and is unanswered is answered then", () => {
    new Script().run(`
      opened e1
      cp> [2,"a","StatusNotification",{}]
      cs> [3,"a",{}]
      cp> [2,"b","StatusNotification",{}]
      us> nothing
      role me
      us> [3,"b",{}]
      us> nothing
    `);
  });

  test("a replay is read up to where the role began before anything is answered", () => {
    new Script().run(`
      opened e1
      role me from 3
      cp> [2,"a","StatusNotification",{}]
      us> nothing
      cs> [3,"a",{}]
      us> nothing
      cp> [2,"b","StatusNotification",{}]
      us> [3,"b",{}]
    `);
  });

  test("calls older than 25 seconds are left alone", () => {
    new Script().run(`
      opened e1
      cp> [2,"a","StatusNotification",{}]
      wait 24 s
      cp> [2,"b","StatusNotification",{}]
      wait 1 s
      role me
      us> [3,"b",{}]
      us> nothing
    `);
  });

  test("an answer that may not have arrived goes again with the same reference", () => {
    const script = new Script();
    script.run(`
      opened e1
      role me
      cp> [2,"a","StatusNotification",{}]
      us? [3,"a",{}]
      lost
      opened e1
      replayed
      us> nothing
      role me
      us> [3,"a",{}]
      us> nothing
    `);
  });

  test("an answer belongs to the connection that asked", () => {
    new Script().run(`
      opened e1
      role me
      cp> [2,"a","StatusNotification",{}]
      us? [3,"a",{}]
      lost
      opened e2
      role me
      us> nothing
    `);
  });

  test("an answer that another took the right to give is given when the role comes back", () => {
    new Script().run(`
      opened e1
      role me
      cp> [2,"a","StatusNotification",{}]
      us? [3,"a",{}]
      refused watching
      role tab-2
      role me
      us> [3,"a",{}]
      us> nothing
    `);
  });
});

describe("the role", () => {
  test("a page watches first and claims what is free", () => {
    const script = new Script();
    expect(script.central.attached(script.now)).toEqual([{ type: "claim", unless_held: true }]);
  });

  test("a tab that held it before its refresh takes it back", () => {
    const script = new Script();
    script.central.role.restore({ wants: true, heldAt: script.now - 2000 });
    expect(script.central.attached(script.now)).toEqual([{ type: "claim", unless_held: false }]);
  });

  test("one that was away for longer than the relay remembers asks politely", () => {
    const script = new Script();
    script.central.role.restore({ wants: true, heldAt: script.now - 31_000 });
    expect(script.central.attached(script.now)).toEqual([{ type: "claim", unless_held: true }]);
  });

  test("who was told that another answers, or only wants to watch, asks for nothing", () => {
    new Script().run(`
      opened e1
      role tab-2
      lost
      attach
      us> nothing
    `);
    const script = new Script();
    script.central.role.release();
    expect(script.central.attached(script.now)).toEqual([]);
  });

  test("it is said who took over, and that it came back by itself", () => {
    const script = new Script();
    script.run("opened e1\nrole me\nrole tab-2");
    expect(script.central.role.view).toMatchObject({ mine: "watching", takenBy: { name: "tab-2" } });
    script.run("role me");
    expect(script.central.role.view).toMatchObject({ mine: "answering", takenBy: null, cameBackAt: script.now });
    script.run("role nobody");
    expect(script.central.role.view).toMatchObject({ mine: "watching", holder: null });
  });
});

describe("commands", () => {
  const booted = `
    opened e1
    role me
    cp> [2,"boot","BootNotification",{}]
    us> [3,"boot",{"status":"Accepted","currentTime":"2026-11-20T12:00:00.000Z","interval":60}]
  `;

  test("one is outstanding at a time", () => {
    new Script().run(`
      ${booted}
      type Reset {"type":"Soft"}
      type ClearCache {}
      us> [2,"#1","Reset",{"type":"Soft"}]
      us> nothing
      cp> [3,"#1",{"status":"Accepted"}]
      us> [2,"#2","ClearCache",{}]
      us> nothing
    `);
  });

  test("without an answer the next one goes after 30 seconds, and a late answer does not answer it", () => {
    new Script().run(`
      ${booted}
      type Reset {"type":"Soft"}
      type ClearCache {}
      type GetConfiguration {}
      us> [2,"#1","Reset",{"type":"Soft"}]
      wait 29.5 s
      us> nothing
      wait 0.5 s
      us> [2,"#2","ClearCache",{}]
      cp> [3,"#1",{"status":"Accepted"}]
      us> nothing
      cp> [3,"#2",{"status":"Accepted"}]
      us> [2,"#3","GetConfiguration",{}]
    `);
  });

  test("an error is an answer, too", () => {
    new Script().run(`
      ${booted}
      type Reset
      type ClearCache
      us> [2,"#1","Reset",{}]
      cp> [4,"#1","NotSupported",""]
      us> [2,"#2","ClearCache",{}]
    `);
  });

  test("anyway breaks the rule on purpose", () => {
    const script = new Script();
    script.run(`
      ${booted}
      type Reset
      us> [2,"#1","Reset",{}]
      type! ClearCache
      us> [2,"#2","ClearCache",{}]
      type GetConfiguration
      us> nothing
    `);
    const [queued] = script.central.outbox.view(null, String);
    expect(queued).toMatchObject({ action: "GetConfiguration", state: { kind: "queued", ahead: 2 } });
    expect(script.central.hurry(queued?.id ?? "", script.now)).toHaveLength(1);
  });

  test("a queued one can be called off", () => {
    const script = new Script();
    script.run(`${booted}\ntype Reset\ntype ClearCache\nus> [2,"#1","Reset",{}]`);
    script.central.outbox.cancel(script.central.outbox.view(null, String)[0]?.id ?? "");
    script.run(`cp> [3,"#1",{}]\nus> nothing`);
  });

  test("raw text goes out byte for byte; what nothing answers does not wait", () => {
    new Script().run(`
      ${booted}
      type Reset
      us> [2,"#1","Reset",{}]
      raw [2,"broken
      us> [2,"broken
      raw [2,"mine","Reset",{"type" : "Hard"}]
      us> nothing
      cp> [3,"#1",{}]
      us> [2,"mine","Reset",{"type" : "Hard"}]
    `);
  });

  test("they are held back until BootNotification is accepted", () => {
    const pending = (): Answer => ({
      reply: { kind: "result", payload: { status: "Pending" }, afterMs: 0 },
      by: "rule: x",
    });
    const script = new Script(pending);
    script.run(`
      opened e1
      role me
      cp> [2,"boot","BootNotification",{}]
      us> [3,"boot",{"status":"Pending"}]
      type Reset
      wait 60 s
      us> nothing
      type! ClearCache
      us> [2,"#1","ClearCache",{}]
    `);
    expect(script.central.holdBack(script.now)).toEqual({ kind: "boot", boot: "pending" });
  });

  test("a charger that only reconnected need not boot, but gets a moment to", () => {
    new Script().run(`
      opened e1
      role me
      type Reset
      wait 9.5 s
      us> nothing
      wait 0.5 s
      us> [2,"#1","Reset",{}]
      opened e2
      role me
      type ClearCache
      us> nothing
      cp> [2,"a","StatusNotification",{}]
      us> [3,"a",{}]
      us> [2,"#2","ClearCache",{}]
    `);
  });

  test("an answer to a call that was sent anyway does not let the others go", () => {
    new Script().run(`
      opened e1
      role me
      type Reset
      type! ClearCache
      us> [2,"#1","ClearCache",{}]
      cp> [3,"#1",{"status":"Accepted"}]
      us> nothing
      cp> [2,"boot","BootNotification",{}]
      us> [3,"boot",{"status":"Accepted","currentTime":"2026-11-20T12:00:00.000Z","interval":60}]
      us> [2,"#2","Reset",{}]
    `);
  });

  test("for an absent charger they wait until it comes", () => {
    const script = new Script();
    script.run("absent\ntype Reset");
    expect(script.central.holdBack(script.now)).toEqual({ kind: "absent" });
    script.run(`${booted}\nus> [2,"#1","Reset",{}]`);
  });

  test("a watcher sends nothing and is told why", () => {
    const script = new Script();
    script.run("opened e1\nrole tab-2\ntype Reset\nus> nothing");
    expect(script.central.refusal).toEqual({ of: "send", reason: "watching" });
    expect(script.central.end({ type: "drop" })).toEqual([]);
    expect(script.central.holdBack(script.now)).toEqual({ kind: "watching" });
  });

  test("a call of a central system before us is outstanding as well", () => {
    new Script().run(`
      opened e1
      cs> [2,"theirs","Reset",{}]
      role me
      cp> [2,"a","StatusNotification",{}]
      us> [3,"a",{}]
      type ClearCache
      us> nothing
      cp> [3,"theirs",{}]
      us> [2,"#1","ClearCache",{}]
    `);
  });

  test("one that was refused says why and makes room", () => {
    const script = new Script();
    script.run(`
      ${booted}
      type Reset
      type ClearCache
      us? [2,"#1","Reset",{}]
      refused too-large
      us> [2,"#2","ClearCache",{}]
    `);
    const [refused] = script.central.outbox.view(null, (reason) => `because ${reason}`);
    expect(refused?.state).toEqual({ kind: "refused", reason: "too-large", words: "because too-large" });
  });

  test("while Redis is lost nothing goes out; when it is back the same goes again", () => {
    new Script().run(`
      ${booted}
      type Reset
      us? [2,"#1","Reset",{}]
      refused bus-lost
      cp> [2,"a","StatusNotification",{}]
      us> nothing
      bus back
      us> [2,"#1","Reset",{}]
      us> [3,"a",{}]
      us> nothing
    `);
  });
});

describe("asking a person", () => {
  const suggestion = { reply: usualReply("ocpp1.6", { action: "Authorize", payload: {} }), by: "default" };
  const ask = (): Answer => ({ reply: { kind: "ask", suggestion }, by: "rule: Ask" });

  test("a held call waits for its answer by hand", () => {
    const script = new Script(ask);
    script.run(`
      opened e1
      role me
      cp> [2,"a","Authorize",{}]
      wait 20 s
      us> nothing
    `);
    expect(script.central.holds).toEqual([{ epoch: "e1", seq: 1, fallbackAt: script.now + 5000 }]);
    const sent = script.central.answer("e1", 1, { kind: "error", code: "X", description: "", details: {} }, script.now);
    expect(sent).toMatchObject([{ type: "send", text: '[4,"a","X","",{}]', by: "hand", epoch: "e1" }]);
  });

  test("without a person the fallback goes out after 25 seconds", () => {
    const script = new Script(ask);
    script.run(`
      opened e1
      role me
      cp> [2,"a","Authorize",{}]
      wait 24.5 s
      us> nothing
      wait 0.5 s
      us> [3,"a",{"idTagInfo":{"status":"Accepted"}}]
      us> nothing
    `);
    expect(script.central.nextDue).toBeNull();
  });

  test("an answer to a connection that is gone is refused", () => {
    const script = new Script(ask);
    script.run(`opened e1\nrole me\ncp> [2,"a","Authorize",{}]\nopened e2\nrole me`);
    expect(script.central.answer("e1", 1, { kind: "silence" }, script.now)).toEqual([]);
    expect(script.central.refusal).toEqual({ of: "send", reason: "no-such-epoch" });
  });
});
