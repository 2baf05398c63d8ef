import type { FrameEnvelope } from "./envelope";
import type { Frame } from "./frame";
import { at } from "./json";
import { readingsOf } from "./meter";
import { MeterPoints } from "./meter_points";
import type { OpenCall } from "./pairing";
import { placeOf, transactionOf } from "./place";
import { Settings } from "./settings";
import { Transactions } from "./transactions";
import type { Absence, GlanceChanges } from "./view";

const mostAbsences = 200;

/** What a charger did over time, counted out in batches: transactions, meter values, configuration, absences. */
export class Glance {
  private readonly transactions = new Transactions();
  private readonly settings = new Settings();
  private readonly points = new MeterPoints();
  private absences: Absence[] = [];
  private absencesChanged = false;
  private leftAt: number | null = null;
  private fresh = true;

  /** `placeOfTransaction` knows where a transaction runs. */
  constructor(private readonly placeOfTransaction: (transaction: string) => string | undefined) {}

  opened(at: number): void {
    if (this.leftAt === null) return;
    this.absences = [...this.absences, { from: this.leftAt, until: at }].slice(-mostAbsences);
    this.absencesChanged = true;
    this.leftAt = null;
  }

  closed(at: number): void {
    this.leftAt ??= at;
  }

  call(call: OpenCall): void {
    this.settings.call(call);
    if (call.from === "cs") return;
    this.transactions.call(call);
    this.measured(call);
  }

  answer(call: OpenCall, answer: Frame, envelope: FrameEnvelope): void {
    this.transactions.answer(call, answer);
    this.settings.answer(call, answer, envelope);
  }

  unanswered(call: OpenCall): void {
    this.settings.unanswered(call);
  }

  /** What changed since the last time; null when nothing did. */
  take(): GlanceChanges | null {
    const transactions = this.transactions.take();
    const { settings, read } = this.settings.take();
    const points = this.points.take();
    const { absencesChanged, fresh } = this;
    const nothing = transactions.length + settings.length + points.length === 0 && read === undefined;
    if (nothing && !absencesChanged && !fresh) return null;
    this.fresh = false;
    this.absencesChanged = false;
    return {
      reset: fresh,
      transactions,
      settings,
      points,
      ...(read === undefined ? {} : { read }),
      ...(absencesChanged ? { absences: this.absences } : {}),
    };
  }

  private measured({ frame: { action, payload }, at: when }: OpenCall): void {
    if (action !== "MeterValues" && action !== "TransactionEvent" && action !== "StopTransaction") return;
    const list = at(payload, action === "StopTransaction" ? "transactionData" : "meterValue");
    if (list === undefined) return;
    const transaction = transactionOf(payload);
    const known = transaction === undefined ? undefined : this.placeOfTransaction(transaction);
    const place = placeOf(payload) ?? (known === undefined ? undefined : labelled(known, action));
    if (place !== undefined) this.points.add(place, readingsOf(list, when));
  }
}

function labelled(id: string, action: string) {
  return { id, label: `${action === "TransactionEvent" ? "EVSE" : "Connector"} ${id}` };
}
