import { beforeEach, describe, expect, test } from "vitest";
import { binaryFrame, parseFrame } from "./frame";
import { FrameLog } from "./frame_log";
import { noon } from "./testing/script";
import type { FrameRow, Row } from "./view";

/** A log, and all its rows as the page has them. */
class Page {
  now = noon;
  readonly log: FrameLog;
  rows: Row[] = [];
  private seq = 0;
  private epoch = "e1";

  constructor(framesKept = 1000) {
    this.log = new FrameLog("me", { callTimeoutMs: 30_000, chargerTimeoutMs: 30_000 }, framesKept);
    this.open("e1");
  }

  open(epoch: string): void {
    this.epoch = epoch;
    this.seq = 0;
    this.log.opened({
      type: "opened",
      epoch,
      at: this.now,
      version: "ocpp1.6",
      offered: [],
      flags: [],
      remote: "",
      headers: {},
    });
  }

  cp(text: string, extra = {}): FrameRow {
    return this.frame("cp", text, extra);
  }

  cs(text: string, extra = {}): FrameRow {
    return this.frame("cs", text, { client: "me", by: "default", ...extra });
  }

  after(ms: number): this {
    this.now += ms;
    this.log.tick(this.now);
    return this;
  }

  row(id: number): FrameRow {
    this.read();
    const row = this.rows[id];
    if (row?.kind !== "frame") throw new Error(`Row ${id} is no frame`);
    return row;
  }

  read(): void {
    const changes = this.log.take();
    this.rows.push(...(changes?.appended ?? []));
    for (const { id, ...change } of changes?.patches ?? []) Object.assign(this.rows[id] ?? {}, change);
  }

  private frame(from: "cp" | "cs", text: string, extra: object): FrameRow {
    this.seq += 1;
    this.log.frame(
      { type: "frame", epoch: this.epoch, seq: this.seq, at: this.now, from, text, ...extra },
      parseFrame(text),
    );
    this.read();
    return this.row(this.rows.length - 1);
  }
}

let page: Page;
beforeEach(() => {
  page = new Page();
});

describe("calls and answers", () => {
  test("find each other, with the time between", () => {
    const call = page.cp('[2,"a","Authorize",{"idTag":"04"}]');
    expect(call.state).toEqual({ kind: "waiting" });
    const answer = page.after(3).cs('[3,"a",{"idTagInfo":{"status":"Accepted"}}]');
    expect(answer).toMatchObject({ type: "result", action: "Authorize", summary: "Accepted", pair: 0 });
    expect(answer.state).toEqual({
      kind: "answer",
      by: { kind: "default", words: "default" },
      late: false,
      again: false,
    });
    expect(page.row(0)).toMatchObject({ state: { kind: "answered", ms: 3 }, pair: 1 });
  });

  test("also when both are in one batch", () => {
    const { log } = page;
    for (const [seq, from, text] of [
      [1, "cp", '[2,"a","Heartbeat",{}]'],
      [2, "cs", '[3,"a",{}]'],
    ] as const)
      log.frame({ type: "frame", epoch: "e1", seq, at: noon, from, text }, parseFrame(text));
    expect(log.take()).toMatchObject({
      appended: [{ state: { kind: "answered" }, pair: 1 }, { pair: 0 }],
      patches: [],
    });
  });

  test("the same unique id in the other direction is another call", () => {
    page.cp('[2,"a","Heartbeat",{}]');
    page.cs('[2,"a","Reset",{"type":"Soft"}]');
    expect(page.cp('[3,"a",{"status":"Accepted"}]')).toMatchObject({ action: "Reset", pair: 1 });
    expect(page.row(0).state.kind).toBe("waiting");
    expect(page.cs('[3,"a",{}]')).toMatchObject({ action: "Heartbeat", pair: 0 });
  });

  test("an error shows its code at the call", () => {
    page.cp('[2,"a","FancyThing",{}]');
    expect(page.cs('[4,"a","NotImplemented","Unknown action",{}]').summary).toBe("NotImplemented: Unknown action");
    expect(page.row(0).state).toEqual({ kind: "error", code: "NotImplemented", ms: 0 });
    expect(page.log.counts.all.errors).toBe(1);
  });

  test("without an answer in time it was never answered; a late answer is late and answers nothing else", () => {
    page.cs('[2,"r1","Reset",{}]');
    page.after(30_000);
    expect(page.row(0).state).toEqual({ kind: "never" });
    expect(page.log.counts.all).toMatchObject({ waiting: 0, unanswered: 1 });
    page.cs('[2,"r2","ClearCache",{}]');
    expect(page.after(12_000).cp('[3,"r1",{"status":"Accepted"}]')).toMatchObject({ pair: 0, state: { late: true } });
    expect(page.row(0).state).toEqual({ kind: "late", ms: 42_000 });
    expect(page.row(1).state).toEqual({ kind: "waiting" });
    expect(page.log.counts.all).toMatchObject({ waiting: 1, unanswered: 0, late: 1 });
  });

  test("a second answer changes nothing and is marked", () => {
    page.cp('[2,"a","Heartbeat",{}]');
    page.cs('[3,"a",{}]');
    expect(page.cs('[3,"a",{}]')).toMatchObject({ pair: 0, state: { again: true } });
    expect(page.row(0)).toMatchObject({ pair: 1 });
  });

  test("an answer to nobody is malformed, unless frames are gone", () => {
    expect(page.cp('[3,"zzz",{"status":"Accepted"}]')).toMatchObject({
      type: "result",
      summary: "Answer to an unknown call",
      state: { kind: "malformed" },
    });
    page.log.life({
      event: "gap",
      tone: "warn",
      at: noon,
      words: "Frames 2 to 9 are gone. The relay keeps the last 500.",
    });
    expect(page.cp('[3,"yyy",{"status":"Accepted"}]')).toMatchObject({
      summary: "Accepted",
      state: { kind: "answer" },
    });
    expect(page.log.completeness).toEqual({ kind: "gap", words: "Gap: frames 2 to 9 are gone" });
  });

  test("a unique id that comes twice pairs in the order of the calls", () => {
    page.cp('[2,"a","StatusNotification",{"connectorId":1,"status":"Available"}]');
    expect(page.cp('[2,"a","Heartbeat",{}]').summary).toBe("Unique id used twice");
    page.cs('[3,"a",{}]');
    page.cs('[3,"a",{"currentTime":"x"}]');
    expect([page.row(2), page.row(3)]).toMatchObject([{ action: "StatusNotification" }, { action: "Heartbeat" }]);
  });

  test("the end of the connection ends all waiting", () => {
    page.cp('[2,"a","Heartbeat",{}]');
    page.log.closed();
    expect(page.row(0).state).toEqual({ kind: "never" });
    page.open("e2");
    expect(page.cs('[3,"a",{}]').summary).toBe("Answer to an unknown call");
  });

  test("a SEND needs no answer; an error about a result belongs to its call", () => {
    expect(page.cp('[6,"s","NotifyPeriodicEventStream",{"id":1,"data":[]}]').state).toEqual({
      kind: "no-answer-needed",
    });
    page.cp('[2,"a","Heartbeat",{}]');
    page.cs('[3,"a",{"currentTime":7}]');
    expect(page.cp('[5,"a","TypeConstraintViolation","currentTime",{}]')).toMatchObject({
      type: "result-error",
      action: "Heartbeat",
      pair: 1,
      summary: "TypeConstraintViolation: currentTime",
    });
  });

  test("what is broken is shown", () => {
    expect(page.cp('[2,"a"')).toMatchObject({
      type: "malformed",
      action: null,
      uniqueId: null,
      summary: "Not JSON: it ends after 6 bytes",
    });
    page.log.frame({ type: "frame", epoch: "e1", seq: 9, at: noon, from: "cp", base64: "AAEC" }, binaryFrame("AAEC"));
    expect(page.row(1)).toMatchObject({ text: null, base64: "AAEC", summary: "Binary, 3 bytes" });
    expect(page.log.counts.all).toMatchObject({ frames: 2, malformed: 2 });
  });

  test("a held call waits for a person", () => {
    page.cp('[2,"a","Authorize",{}]');
    page.log.hold("e1", 1, noon + 25_000);
    expect(page.row(0).state).toEqual({ kind: "held", fallbackAt: noon + 25_000 });
    expect(page.log.counts.all.held).toBe(1);
    page.cs('[3,"a",{}]', { by: "hand" });
    expect(page.log.counts.all.held).toBe(0);
  });
});

describe("who answered", () => {
  const by = (extra: object): unknown => {
    page.cp('[2,"a","Heartbeat",{}]');
    const { state } = page.cs('[3,"a",{}]', extra);
    return state.kind === "answer" ? state.by?.words : undefined;
  };

  test("this tab: how", () => {
    expect(by({ by: "rule: Accept all" })).toBe("rule · Accept all");
    expect(by({ by: "hand" })).toBe("by hand");
    expect(by({ by: "fallback" })).toBe("fallback");
  });

  test("somebody else: who and how", () => {
    const role = { type: "role", role: "answer", epoch: "e1", seq: 0, at: noon } as const;
    page.log.role({ ...role, holder: "tab-2", name: "Firefox on bench-2" });
    expect(by({ client: "tab-2", by: "rule: Accept all" })).toBe("bench-2 · rule");
    page.log.role({ ...role, holder: "ci", name: "ci", role: "standby" });
    expect(by({ client: "ci", by: "rule: x" })).toBe("headless");
    expect(by({ client: "tab-9", by: "default" })).toBe("another tab · default");
    expect(by({ client: undefined, by: undefined })).toBe("another program");
  });

  test("a change of who answers stands in the log, the first does not", () => {
    const role = { type: "role", role: "answer", epoch: "e1", seq: 0, at: noon } as const;
    expect(page.log.role({ ...role, holder: "me", name: "Firefox on Linux" })).toBeNull();
    expect(page.log.role({ ...role, holder: null, name: null })).toBeNull();
    expect(page.log.role({ ...role, holder: "me", name: "Firefox on Linux" })).toBeNull();
    expect(page.log.role({ ...role, holder: "tab-2", name: "Firefox on bench-2" })?.words).toBe(
      "Firefox on bench-2 answers from here on.",
    );
    expect(page.log.role({ ...role, holder: "me", name: "Firefox on Linux" })?.words).toBe(
      "This tab answers from here on.",
    );
  });
});

describe("commands", () => {
  const states = (): unknown[] => page.log.sent.view.map(({ action, state }) => [action, state]);

  test("are told with their answer", () => {
    page.cs('[2,"r1","Reset",{"type":"Soft"}]', { ref: "r1", by: "hand" });
    expect(page.log.sent.view).toMatchObject([
      { id: "r1", mine: true, row: 0, summary: "Soft", state: { kind: "outstanding", timeoutMs: 30_000 } },
    ]);
    page.after(212).cp('[3,"r1",{"status":"Accepted"}]');
    page.cs('[2,"r2","Reset",{"type":"Hard"}]', { client: "tab-2" });
    page.after(88).cp('[3,"r2",{"status":"NotSupported"}]');
    page.cs('[2,"r3","ClearCache",{}]');
    page.after(42_000).cp('[3,"r3",{"status":"Accepted"}]');
    page.cs('[2,"r4","ClearCache",{}]');
    page.after(31_000);
    expect(states()).toEqual([
      ["ClearCache", { kind: "no-answer", ms: 30_000 }],
      ["ClearCache", { kind: "late", words: "Accepted", lateMs: 12_000, timeoutMs: 30_000 }],
      ["Reset", { kind: "answered", words: "NotSupported", good: false, ms: 88 }],
      ["Reset", { kind: "answered", words: "Accepted", good: true, ms: 212 }],
    ]);
  });

  test("carry their own time-out, also for another tab", () => {
    page.cs('[2,"r1","GetDiagnostics",{}]', { by: "command, 60000 ms" });
    page.after(45_000).cp('[3,"r1",{}]');
    page.cs('[2,"r2","ClearCache",{}]', { by: "command, 5000 ms" });
    page.after(6000).cp('[3,"r2",{"status":"Accepted"}]');
    expect(states()).toEqual([
      ["ClearCache", { kind: "late", words: "Accepted", lateMs: 1000, timeoutMs: 5000 }],
      ["GetDiagnostics", { kind: "answered", words: "{}", good: true, ms: 45_000 }],
    ]);
  });

  test("may be anything that was typed; answers by hand are none", () => {
    page.cs('[6,"s","NotifyPeriodicEventStream",{}]', { ref: "r1", by: "command" });
    page.cs("[2,oops", { ref: "r2", by: "command" });
    page.cp('[2,"a","Heartbeat",{}]');
    page.cs('[3,"a",{}]', { ref: "r3", by: "hand" });
    expect(states()).toEqual([
      [null, { kind: "sent" }],
      ["NotifyPeriodicEventStream", { kind: "sent" }],
    ]);
  });
});

describe("what the charger told about itself", () => {
  test("its name, its boot, its clock", () => {
    page.cp(
      '[2,"a","BootNotification",{"chargePointVendor":"Voltaire","chargePointModel":"V2","firmwareVersion":"4.7.1"}]',
    );
    expect(page.log.facts.view).toMatchObject({
      vendor: "Voltaire",
      model: "V2",
      firmware: "4.7.1",
      boot: "unanswered",
    });
    page.after(4).cs('[3,"a",{"status":"Accepted","interval":300}]');
    page.cp(
      '[2,"b","StatusNotification",{"connectorId":1,"status":"Available","timestamp":"2026-11-20T12:00:00.804Z"}]',
    );
    expect(page.log.facts.view).toMatchObject({
      boot: "accepted",
      heartbeatSeconds: 300,
      clockSkewMs: 800,
      ourAnswerMs: 4,
    });
  });

  test("a 1.6 transaction from its start to its stop", () => {
    page.cp('[2,"a","StatusNotification",{"connectorId":1,"status":"Preparing"}]');
    page.cp('[2,"b","StartTransaction",{"connectorId":1,"idTag":"04A1","meterStart":18204}]');
    expect(page.cs('[3,"b",{"transactionId":4711}]')).toMatchObject({ connector: "1", transaction: "4711" });
    expect(page.row(1)).toMatchObject({ connector: "1", transaction: "4711" });
    page.cp(
      '[2,"c","MeterValues",{"connectorId":1,"transactionId":4711,"meterValue":[{"timestamp":"2026-11-20T12:00:00Z","sampledValue":[{"value":"18267"},{"value":"7360","measurand":"Power.Active.Import","unit":"W"}]}]}]',
    );
    expect(page.log.connectors.view).toMatchObject([
      {
        id: "1",
        label: "Connector 1",
        status: "Preparing",
        transaction: { id: "4711", tag: "04A1", energyWh: 63 },
        readings: [{}, { value: 7360, unit: "W" }],
      },
    ]);
    expect(page.cp('[2,"d","StopTransaction",{"transactionId":4711,"meterStop":28674}]')).toMatchObject({
      connector: "1",
      transaction: "4711",
    });
    expect(page.log.connectors.view[0]?.transaction).toBeNull();
  });

  test("a 2.0.1 transaction whose later events name no EVSE", () => {
    page.cp('[2,"a","StatusNotification",{"evseId":1,"connectorId":1,"connectorStatus":"Occupied"}]');
    page.cp(
      '[2,"b","TransactionEvent",{"eventType":"Started","transactionInfo":{"transactionId":"c9f1"},"evse":{"id":1},"idToken":{"idToken":"7A31","type":"ISO14443"}}]',
    );
    page.cp(
      '[2,"c","TransactionEvent",{"eventType":"Updated","transactionInfo":{"transactionId":"c9f1"},"meterValue":[{"timestamp":"2026-11-20T12:00:00Z","sampledValue":[{"value":5}]}]}]',
    );
    expect(page.log.connectors.view).toMatchObject([
      { id: "1.1", label: "EVSE 1.1", transaction: { id: "c9f1", tag: "7A31" } },
    ]);
    expect(
      page.cp('[2,"d","TransactionEvent",{"eventType":"Ended","transactionInfo":{"transactionId":"c9f1"}}]').connector,
    ).toBe("1.1");
    expect(page.log.connectors.view[0]?.transaction).toBeNull();
  });
});

describe("bounds", () => {
  test("the oldest rows go, and it is said how many", () => {
    const small = new Page(3);
    for (const id of ["a", "b", "c", "d", "e"]) small.cp(`[2,"${id}","Heartbeat",{}]`);
    small.log.life({ event: "opened", tone: "plain", at: noon, words: "x" });
    expect(small.log.take()).toMatchObject({ kept: 3, first: 3 });
    expect(small.log.counts.shown).toMatchObject({ dropped: 3 });
  });

  test("a cleared log is hidden first and comes back whole", () => {
    page.cp('[2,"a","Heartbeat",{}]');
    page.log.clear();
    expect(page.log.take()).toMatchObject({ kept: 0, first: 1 });
    page.cp("[]");
    expect(page.log.counts.shown).toMatchObject({ frames: 1, malformed: 1, waiting: 1 });
    page.log.unclear();
    expect(page.log.take()).toMatchObject({ kept: 0, first: 0 });
    expect(page.log.counts.shown).toMatchObject({ frames: 2, calls: 1 });
    page.log.clear();
    page.log.forgetCleared();
    expect(page.log.take()).toMatchObject({ kept: 2, first: 2 });
    expect(page.log.counts.shown).toMatchObject({ frames: 0, calls: 0 });
  });

  test("rates count the last minute and second", () => {
    for (let count = 0; count < 30; count += 1) page.after(100).cp('[2,"a","Heartbeat",{}]');
    expect([page.log.rate.perSecond(page.now), page.log.rate.perMinute(page.now)]).toEqual([10, 30]);
    expect(page.log.rate.perMinute(page.now + 70_000)).toBe(0);
  });
});
