import type { Connector, Source, Transaction } from "./view";
import type { Frame } from "./frame";
import { at, type Json, numberOf, wordOf } from "./json";
import { type Reading, readingsOf, registerOf } from "./meter";
import type { OpenCall } from "./pairing";
import { type Place, placeOf, transactionOf } from "./place";
import { sourceOf } from "./source";

/** The charger's connectors (1.6) or EVSEs (2.x) as its frames show them. */
export class Connectors {
  private readonly byId = new Map<string, Connector>();
  /** Where each transaction runs; the last few hundred. */
  private readonly places = new Map<string, string>();
  /** The last that ended: 2.x sends parts of them later. */
  private readonly ended = new Set<string>();
  private sorted: Connector[] | null = null;

  get view(): Connector[] {
    this.sorted ??= [...this.byId.values()].sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
    return this.sorted;
  }

  placeOfTransaction(transaction: string): string | undefined {
    return this.places.get(transaction);
  }

  call(call: OpenCall): void {
    if (call.from === "cs") return;
    const { action, payload } = call.frame;
    const source = sourceOf(call);
    if (action === "StatusNotification") this.status(payload, source);
    else if (action === "MeterValues") this.meter(payload, source);
    else if (action === "TransactionEvent") this.transactionEvent(payload, source);
    else if (action === "StopTransaction") this.stop(transactionOf(payload));
  }

  /** A 1.6 transaction has its id from our answer. */
  answer(call: OpenCall, answer: Frame, when: number): void {
    const { from, frame } = call;
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
      partial: meterStartWh === null,
      source: sourceOf(call),
    });
  }

  private status(payload: Json, source: Source): void {
    const place = placeOf(payload);
    if (place === undefined) return;
    this.adopt(place);
    const status = wordOf(at(payload, "status")) ?? wordOf(at(payload, "connectorStatus")) ?? null;
    const code = wordOf(at(payload, "errorCode"));
    const change = { status, error: code === undefined || code === "NoError" ? null : code, at: source.at, source };
    this.change(place, status === "Available" ? { ...change, transaction: null } : change);
  }

  /** What was measured before the EVSE's connector was named belongs to it. */
  private adopt({ id, label }: Place): void {
    const [evse = ""] = id.split(".");
    const unnamed = this.byId.get(evse);
    if (evse === id || unnamed === undefined || unnamed.status !== null) return;
    this.byId.delete(evse);
    this.byId.set(id, { ...unnamed, id, label });
    for (const [transaction, where] of this.places) if (where === evse) this.places.set(transaction, id);
  }

  private meter(payload: Json, source: Source): void {
    const place = placeOf(payload);
    if (place === undefined) return;
    const id = transactionOf(payload);
    const readings = readingsOf(at(payload, "meterValue"), source.at);
    if (id !== undefined) this.keepRunning(place, id, source);
    this.measure(place, readings, source);
  }

  private transactionEvent(payload: Json, source: Source): void {
    const id = transactionOf(payload);
    if (id === undefined) return;
    const place = placeOf(payload) ?? this.known(this.places.get(id));
    if (place === undefined) return;
    const type = wordOf(at(payload, "eventType"));
    if (type !== "Started" && this.ended.has(id)) return; // a part that was sent later
    this.keepRunning(place, id, source, wordOf(at(payload, "idToken", "idToken")));
    const readings = readingsOf(at(payload, "meterValue"), source.at);
    if (type === "Started" && registerOf(readings) !== null) this.beganHere(place);
    this.measure(place, readings, source);
    if (type === "Ended") this.stop(id);
  }

  private beganHere(place: Place): void {
    const { transaction } = this.at(place);
    if (transaction !== null) this.change(place, { transaction: { ...transaction, partial: false } });
  }

  /** Also for a transaction whose beginning was not seen. */
  private keepRunning(place: Place, id: string, source: Source, tag?: string): void {
    const running = this.at(place).transaction;
    const unseen = { since: source.at, meterStartWh: null, energyWh: null, partial: true, source };
    if (running?.id !== id) this.start(place, { id, tag: tag ?? null, ...unseen });
    else if (tag !== undefined && running.tag === null) this.change(place, { transaction: { ...running, tag } });
  }

  private start(place: Place, transaction: Transaction): void {
    this.ended.delete(transaction.id);
    this.change(place, { transaction });
    this.places.set(transaction.id, this.at(place).id);
    const [oldest] = this.places.keys();
    if (this.places.size > 500 && oldest !== undefined) this.places.delete(oldest);
  }

  private stop(transaction: string | undefined): void {
    if (transaction === undefined) return;
    this.ended.add(transaction);
    const [oldest] = this.ended;
    if (this.ended.size > 500 && oldest !== undefined) this.ended.delete(oldest);
    const place = this.known(this.places.get(transaction));
    if (place && this.at(place).transaction?.id === transaction) this.change(place, { transaction: null });
  }

  private measure(place: Place, readings: Reading[], source: Source): void {
    if (readings.length === 0) return;
    const { transaction, readings: before } = this.at(place);
    const fresh = new Map(
      [...before, ...readings.map((reading) => ({ ...reading, source }))].map((reading) => [nameOf(reading), reading]),
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
    return { ...place, status: null, error: null, at: null, readings: [], transaction: null, source: null };
  }

  private known(id: string | undefined): Place | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }
}

function nameOf({ measurand, phase, location }: Reading): string {
  return [measurand, phase ?? "", location ?? ""].join("|");
}

function metered(transaction: Transaction, readings: Reading[]): Transaction {
  const register = registerOf(readings);
  if (register === null) return transaction;
  const meterStartWh = transaction.meterStartWh ?? register.wh;
  return { ...transaction, meterStartWh, energyWh: register.wh - meterStartWh };
}
