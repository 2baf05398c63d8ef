import type { Frame } from "./frame";
import { at, numberOf } from "./json";

// A 1.6 transaction id is a signed 32-bit integer for many chargers.
const largest = 2 ** 31 - 1;

/** Growing transaction ids that collide with none that was seen: the time in seconds, or one more than the largest. */
export class TransactionIds {
  private last = 0;

  next(now: number): number {
    this.last = Math.max(this.last + 1, Math.floor(now / 1000));
    return this.last;
  }

  /** Notes the ids that a frame mentions. */
  saw(frame: Frame): void {
    if (frame.kind !== "call" && frame.kind !== "result") return;
    this.note(numberOf(at(frame.payload, "transactionId")));
  }

  private note(id: number | undefined): void {
    if (id !== undefined && Number.isInteger(id) && id < largest) this.last = Math.max(this.last, id);
  }
}
