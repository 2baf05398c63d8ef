import type { OpenCalls } from "./open_calls";
import type { HeldCall } from "./view";

const mostGone = 20;

/** The cards of calls that wait for a person: what is answered goes, what cannot be answered any more stays to be read. */
export class HeldCalls {
  private gone: HeldCall[] = [];
  private readonly pinned = new Set<string>();

  constructor(private readonly calls: OpenCalls) {}

  /** What a refresh must not forget. */
  get memory(): string[] {
    return [...this.pinned];
  }

  restore(pinned: readonly string[]): void {
    for (const key of pinned) this.pinned.add(key);
  }

  isPinned(epoch: string, seq: number): boolean {
    return this.pinned.has(keyOf(epoch, seq));
  }

  pin(epoch: string, seq: number, pinned: boolean): void {
    if (pinned) this.pinned.add(keyOf(epoch, seq));
    else this.pinned.delete(keyOf(epoch, seq));
  }

  /** The connection that asked is gone. */
  ended(epoch: string, version: string): void {
    const cards = this.live(epoch, version, "gone");
    this.gone = [...this.gone, ...cards].slice(-mostGone);
  }

  dismiss(epoch: string, seq: number): void {
    this.gone = this.gone.filter((card) => card.epoch !== epoch || card.seq !== seq);
  }

  /** Oldest first. */
  view(epoch: string, version: string, mine: boolean): HeldCall[] {
    return [...this.gone, ...this.live(epoch, version, mine ? "waiting" : "watching")];
  }

  private live(epoch: string, version: string, state: HeldCall["state"]): HeldCall[] {
    return this.calls.held().map(({ call, seq, at, state: held }) => {
      const { fallbackAt, suggestion, askedBy } = held;
      const { action, payload, id } = call;
      return { epoch, seq, at, action, uniqueId: id.shown, payload, version, fallbackAt, suggestion, askedBy, state };
    });
  }
}

function keyOf(epoch: string, seq: number): string {
  return `${epoch}.${seq}`;
}
