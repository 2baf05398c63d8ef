import type { Connector, Transaction } from "./view";
import type { Frame } from "./frame";
import { at, type Json, numberOf, wordOf } from "./json";
import { type Reading, readingsOf } from "./meter";
import type { OpenCall } from "./pairing";
import { type Place, placeOf, transactionOf } from "./place";

/** The charger's connectors (1.6) or EVSEs (2.x) as its frames show them. */
export class Connectors {
  private readonly byId = new Map<string, Connector>();
  /** Where each transaction runs; the last few hundred. */
  private readonly places = new Map<string, string>();
  private sorted: Connector[] | null = null;

  get view(): Connector[] {
    this.sorted ??= [...this.byId.values()].sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
    return this.sorted;
  }

  placeOfTransaction(transaction: string): string | undefined {
    return this.places.get(transaction);
  }

  call({ from, frame, at: when }: OpenCall): void {
    if (from === "cs") return;
    const { action, payload } = frame;
    if (action === "StatusNotification") this.status(payload, when);
    else if (action === "MeterValues") this.meter(payload, when);
    else if (action === "TransactionEvent") this.transactionEvent(payload, when);
    else if (action === "StopTransaction") this.stop(transactionOf(payload));
  }

  /** A 1.6 transaction has its id from our answer. */
  answer({ from, frame }: OpenCall, answer: Frame, when: number): void {
    if (from === "cs" || frame.action !== "StartTransaction" || answer.kind !== "result") return;
    const id = transactionOf(answer.payload);
    const place = placeOf(frame.payload);
    if (id === undefined || place === undefined) return;
    const meterStartWh = numberOf(at(frame.payload, "meterStart")) ?? null;
    this.start(place, {
      id,
      tag: wordOf(at(frame.payload, "idTag")) ?? null,
      since: when,
      meterStartWh,
      energyWh: null,
    });
  }

  private status(payload: Json, when: number): void {
    const place = placeOf(payload);
    if (place === undefined) return;
    const status = wordOf(at(payload, "status")) ?? wordOf(at(payload, "connectorStatus")) ?? null;
    const code = wordOf(at(payload, "errorCode"));
    const change = { status, error: code === undefined || code === "NoError" ? null : code, at: when };
    this.change(place, status === "Available" ? { ...change, transaction: null } : change);
  }

  private meter(payload: Json, when: number): void {
    const place = placeOf(payload);
    if (place === undefined) return;
    const id = transactionOf(payload);
    const readings = readingsOf(at(payload, "meterValue"), when);
    if (id !== undefined) this.keepRunning(place, id, when);
    this.measure(place, readings);
  }

  private transactionEvent(payload: Json, when: number): void {
    const id = transactionOf(payload);
    if (id === undefined) return;
    const place = placeOf(payload) ?? this.known(this.places.get(id));
    if (place === undefined) return;
    this.keepRunning(place, id, when, wordOf(at(payload, "idToken", "idToken")));
    this.measure(place, readingsOf(at(payload, "meterValue"), when));
    if (wordOf(at(payload, "eventType")) === "Ended") this.stop(id);
  }

  /** Also for a transaction whose beginning was not seen. */
  private keepRunning(place: Place, id: string, when: number, tag?: string): void {
    const running = this.at(place).transaction;
    if (running?.id !== id)
      this.start(place, { id, tag: tag ?? null, since: when, meterStartWh: null, energyWh: null });
    else if (tag !== undefined && running.tag === null) this.change(place, { transaction: { ...running, tag } });
  }

  private start(place: Place, transaction: Transaction): void {
    this.change(place, { transaction });
    this.places.set(transaction.id, this.at(place).id);
    const [oldest] = this.places.keys();
    if (this.places.size > 500 && oldest !== undefined) this.places.delete(oldest);
  }

  private stop(transaction: string | undefined): void {
    const place = transaction === undefined ? undefined : this.known(this.places.get(transaction));
    if (place && this.at(place).transaction?.id === transaction) this.change(place, { transaction: null });
  }

  private measure(place: Place, readings: Reading[]): void {
    if (readings.length === 0) return;
    const { transaction, readings: before } = this.at(place);
    const fresh = new Map(
      [...before, ...readings].map((reading) => [`${reading.measurand} ${reading.phase ?? ""}`, reading]),
    );
    this.change(place, { readings: [...fresh.values()], transaction: transaction && metered(transaction, readings) });
  }

  private change(place: Place, change: Partial<Connector>): void {
    const connector = { ...this.at(place), ...change };
    this.byId.set(connector.id, connector);
    this.sorted = null;
  }

  /** Meter values of 2.x name only the EVSE; its one connector is meant. */
  private at(place: Place): Connector {
    const exact = this.byId.get(place.id);
    if (exact) return exact;
    const inside = [...this.byId.values()].filter(({ id }) => id.startsWith(`${place.id}.`));
    const [only] = inside;
    if (only && inside.length === 1) return only;
    return { ...place, status: null, error: null, at: null, readings: [], transaction: null };
  }

  private known(id: string | undefined): Place | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }
}

function metered(transaction: Transaction, readings: Reading[]): Transaction {
  const register = readings.findLast(
    ({ measurand, phase }) => measurand === "Energy.Active.Import.Register" && phase === null,
  );
  if (register === undefined) return transaction;
  const wattHours = register.unit === "kWh" ? register.value * 1000 : register.value;
  const meterStartWh = transaction.meterStartWh ?? wattHours;
  return { ...transaction, meterStartWh, energyWh: wattHours - meterStartWh };
}
