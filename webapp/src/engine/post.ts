import type { Send } from "./envelope";

/** Sends that the relay has neither confirmed nor refused; each is written once at most, because its `ref` stays. */
export class Post {
  private readonly unconfirmed = new Map<string, Send>();
  private count = 0;

  /** `prefix` differs from one life of the page to the next, so that no `ref` comes twice. */
  constructor(private readonly prefix: string) {}

  nextRef(): string {
    this.count += 1;
    return `${this.prefix}-${this.count}`;
  }

  /** A frame for one connection. */
  compose(text: string, by: string, epoch: string | null, ref = this.nextRef()): Send {
    return { type: "send", ref, text, by, ...(epoch === null ? {} : { epoch }) };
  }

  send(send: Send): Send {
    this.unconfirmed.set(send.ref, send);
    return send;
  }

  confirmed(ref: string): void {
    this.unconfirmed.delete(ref);
  }

  has(ref: string): boolean {
    return this.unconfirmed.has(ref);
  }

  /** After the way to the charger was interrupted. What belongs to another connection is dropped and named. */
  again(epoch: string): { resend: Send[]; dropped: Send[] } {
    const all = [...this.unconfirmed.values()];
    const dropped = all.filter((send) => send.epoch !== epoch);
    for (const { ref } of dropped) this.unconfirmed.delete(ref);
    return { resend: all.filter((send) => send.epoch === epoch), dropped };
  }
}
