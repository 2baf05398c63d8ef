import type { Frame } from "./frame";
import { at, type Json, numberOf, wordOf } from "./json";
import { type Reading, readingsOf, registerOf, timeOr } from "./meter";
import type { OpenCall } from "./pairing";
import { placeOf, transactionOf } from "./place";
import { sourceOf } from "./source";
import type { Source, TransactionRow } from "./view";

const most = 300;

/** The last transactions of a charger, as StartTransaction and its kin (1.6) or TransactionEvent (2.x) told them. */
export class Transactions {
  private readonly rows = new Map<number, TransactionRow>();
  /** The newest of each id. */
  private readonly byId = new Map<string, number>();
  private changed = new Set<number>();
  private nextKey = 1;

  /** What changed since the last time. */
  take(): TransactionRow[] {
    const taken = [...this.changed].flatMap((key) => this.rows.get(key) ?? []);
    if (taken.length > 0) this.changed = new Set();
    return taken;
  }

  call(call: OpenCall): void {
    if (call.from === "cs") return;
    const { action, payload } = call.frame;
    if (action === "StopTransaction") this.stopped(payload, call);
    else if (action === "MeterValues") this.metered(payload, call);
    else if (action === "TransactionEvent") this.event(payload, call);
    else if (action === "StatusNotification") this.status(payload);
  }

  /** A 1.6 transaction has its id from our answer. */
  answer(call: OpenCall, answer: Frame): void {
    const { frame, from } = call;
    if (from === "cs" || frame.action !== "StartTransaction" || answer.kind !== "result") return;
    const id = transactionOf(answer.payload);
    if (id === undefined) return;
    const start = timeOr(at(frame.payload, "timestamp"), call.at);
    const connector = placeOf(frame.payload)?.id ?? null;
    if (this.isSameStart(this.find(id), connector, start)) return; // told again: the charger missed our answer
    this.loseRunningAt(connector, id);
    this.put({
      ...this.unseen(id, sourceOf(call)),
      connector,
      tag: wordOf(at(frame.payload, "idTag")) ?? null,
      start,
      meterStartWh: numberOf(at(frame.payload, "meterStart")) ?? null,
      partial: false,
    });
  }

  private isSameStart(row: TransactionRow | undefined, connector: string | null, start: number): boolean {
    return row !== undefined && row.connector === connector && row.start === start;
  }

  private stopped(payload: Json, call: OpenCall): void {
    const id = transactionOf(payload);
    if (id === undefined) return;
    const row = this.measured(
      this.find(id) ?? this.unseen(id, sourceOf(call)),
      readingsOf(at(payload, "transactionData"), call.at),
    );
    const stopWh = numberOf(at(payload, "meterStop"));
    const startWh = row.meterStartWh;
    const stop = timeOr(at(payload, "timestamp"), call.at);
    this.put({
      ...row,
      stop,
      state: "ended",
      tag: row.tag ?? wordOf(at(payload, "idTag")) ?? null,
      energyWh: stopWh !== undefined && startWh !== null ? stopWh - startWh : row.energyWh,
      reason: wordOf(at(payload, "reason")) ?? null,
      source: sourceOf(call),
    });
  }

  private metered(payload: Json, call: OpenCall): void {
    const place = placeOf(payload)?.id ?? null;
    const id = transactionOf(payload);
    // Many chargers leave the transaction out: what runs on the connector is meant.
    const row = id === undefined ? this.runningAt(place) : (this.find(id) ?? this.begun(id, place, call));
    if (row === undefined) return;
    this.put({ ...this.measured(row, readingsOf(at(payload, "meterValue"), call.at)), source: sourceOf(call) });
  }

  /** A transaction whose beginning was not seen. */
  private begun(id: string, connector: string | null, call: OpenCall): TransactionRow {
    this.loseRunningAt(connector, id);
    return { ...this.unseen(id, sourceOf(call)), connector };
  }

  private event(payload: Json, call: OpenCall): void {
    const id = transactionOf(payload);
    if (id === undefined) return;
    const type = wordOf(at(payload, "eventType"));
    const when = timeOr(at(payload, "timestamp"), call.at);
    const connector = placeOf(payload)?.id ?? null;
    const readings = readingsOf(at(payload, "meterValue"), call.at);
    const before = this.find(id) ?? this.begun(id, connector, call);
    const started = type === "Started";
    const ended = type === "Ended";
    const row = this.measured(started ? startedAt(before, registerOf(readings)?.wh) : before, readings);
    this.put({
      ...row,
      connector: connector ?? row.connector,
      tag: row.tag ?? wordOf(at(payload, "idToken", "idToken")) ?? null,
      start: started ? when : row.start,
      stop: ended ? when : row.stop,
      state: ended || row.state === "ended" ? "ended" : "running",
      reason: wordOf(at(payload, "transactionInfo", "stoppedReason")) ?? row.reason,
      offline: row.offline || at(payload, "offline") === true,
      source: sourceOf(call),
    });
  }

  /** A free connector has no transaction; nobody told how it ended, maybe later somebody will. */
  private status(payload: Json): void {
    const status = wordOf(at(payload, "status")) ?? wordOf(at(payload, "connectorStatus"));
    if (status === "Available") this.loseRunningAt(placeOf(payload)?.id ?? null, null);
  }

  private loseRunningAt(connector: string | null, except: string | null): void {
    const row = this.runningAt(connector);
    if (row !== undefined && row.id !== except) this.put({ ...row, state: "lost" });
  }

  /** The newest that runs there; meter values of 2.x name only the EVSE. */
  private runningAt(connector: string | null): TransactionRow | undefined {
    if (connector === null) return undefined;
    for (const key of [...this.rows.keys()].reverse()) {
      const row = this.rows.get(key);
      if (row?.connector === connector || row?.connector?.startsWith(`${connector}.`) === true)
        return row.state === "running" ? row : undefined;
    }
    return undefined;
  }

  private measured(row: TransactionRow, readings: readonly Reading[]): TransactionRow {
    const last = registerOf(readings);
    if (last === null) return row;
    const meterStartWh = row.meterStartWh ?? firstRegister(readings) ?? last.wh;
    const energyWh = last.wh - meterStartWh;
    // Events may come in any order; a register only grows.
    return { ...row, meterStartWh, energyWh: Math.max(energyWh, row.energyWh ?? energyWh) };
  }

  private find(id: string): TransactionRow | undefined {
    const key = this.byId.get(id);
    return key === undefined ? undefined : this.rows.get(key);
  }

  private unseen(id: string, source: Source): TransactionRow {
    const key = this.nextKey;
    this.nextKey += 1;
    const unknown = { connector: null, tag: null, start: null, stop: null, meterStartWh: null, energyWh: null };
    return { key, id, ...unknown, state: "running", partial: true, reason: null, offline: false, source };
  }

  private put(row: TransactionRow): void {
    this.rows.set(row.key, row);
    this.byId.set(row.id, row.key);
    this.changed.add(row.key);
    const [oldest] = this.rows.values();
    if (this.rows.size <= most || oldest === undefined) return;
    this.rows.delete(oldest.key);
    if (this.byId.get(oldest.id) === oldest.key) this.byId.delete(oldest.id);
  }
}

/** Its first register; what was measured before this event came counts from there, too. */
function startedAt(row: TransactionRow, wh: number | undefined): TransactionRow {
  if (wh === undefined) return row;
  const { meterStartWh, energyWh } = row;
  const more = meterStartWh === null ? 0 : meterStartWh - wh;
  return { ...row, meterStartWh: wh, energyWh: energyWh === null ? null : energyWh + more, partial: false };
}

function firstRegister(readings: readonly Reading[]): number | undefined {
  const registers = readings.filter(({ measurand }) => measurand === "Energy.Active.Import.Register");
  const earliest = Math.min(...registers.map((register) => register.at));
  return registerOf(registers.filter((register) => register.at === earliest))?.wh;
}
