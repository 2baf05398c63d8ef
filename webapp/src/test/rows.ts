import type { FrameRow, LifeRow, LogChange, Row } from "../live/contract";
import { PageStore, type Log } from "../live/page_store";

/** A frame for tests: only what the test is about has to be said. */
export function frameRow(id: number, more: Partial<FrameRow> = {}): FrameRow {
  return {
    kind: "frame",
    id,
    epoch: "e",
    seq: id + 1,
    at: Date.UTC(2026, 10, 20, 12, 41, 10, 1) + id * 1000,
    from: "cp",
    type: "call",
    action: "Heartbeat",
    uniqueId: `u${id}`,
    summary: "",
    state: { kind: "answered", ms: 3 },
    pair: null,
    connector: null,
    transaction: null,
    text: `[2,"u${id}","Heartbeat",{}]`,
    base64: null,
    ...more,
  };
}

export function lifeRow(id: number, words: string): LifeRow {
  return { kind: "life", id, epoch: "e", at: Date.UTC(2026, 10, 20, 12, 41), event: "opened", tone: "plain", words };
}

/** A log as the page's store shows it, fed change by change. */
export class TestLog {
  private readonly store = new PageStore();

  append(...appended: Row[]): Log {
    return this.change({ appended });
  }

  change(change: Partial<LogChange>): Log {
    const whole = {
      identity: "CP1",
      reset: false,
      first: this.now.first,
      kept: 0,
      appended: [],
      patches: [],
      ...change,
    };
    this.store.apply({ logs: [whole] });
    return this.now;
  }

  get now(): Log {
    return this.store.log("CP1");
  }
}
