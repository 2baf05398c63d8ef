import type { Answer, Reply, Responder } from "../responder/reply";
import { BootGate } from "./boot_gate";
import type { Envelope, FrameEnvelope, Outgoing, Send } from "./envelope";
import { errorText, type Frame, resultText } from "./frame";
import { never } from "./never";
import { OpenCalls, type Waiting } from "./open_calls";
import { type Draft, Outbox } from "./outbox";
import { Post } from "./post";
import { RoleKeeper } from "./role_keeper";
import { TransactionIds } from "./transaction_ids";
import type { HoldBack } from "./view";

export interface CentralSystemSettings {
  callTimeoutMs: number;
  askFallbackMs: number;
}

/** Who composes answers: what the user set up, and what goes out when a person was asked and did not answer. */
export interface Responders {
  rules: Responder;
  fallback: Responder;
}

/** Calls that are older when the role is gained are left alone: the charger has most likely given up. */
const worthAnsweringMs = 25_000;

/**
 * The central system of one charge point: answers its calls and sends ours, as OCPP demands. It is told what came and
 * when (the relay's clock), and returns what goes to the relay. It knows no log, so no log can slow it down.
 */
export class CentralSystem {
  readonly role: RoleKeeper;
  readonly outbox: Outbox;
  readonly gate = new BootGate();
  refusal: { of: string; reason: string } | null = null;
  /** Calls that started to wait for a person, since last asked. */
  holds: { epoch: string; seq: number; fallbackAt: number }[] = [];

  private readonly post: Post;
  private readonly calls = new OpenCalls();
  private readonly transactions = new TransactionIds();
  private delayed: { dueAt: number; send: Send }[] = [];
  private epoch: string | null = null;
  private version = "";
  private online = false;
  private seq = 0;
  private busLost = false;

  constructor(
    private readonly identity: string,
    private readonly me: string,
    private readonly responders: Responders,
    private settings: CentralSystemSettings,
    refPrefix: string,
  ) {
    this.role = new RoleKeeper(me);
    this.outbox = new Outbox(settings.callTimeoutMs);
    this.post = new Post(refPrefix);
  }

  set limits(settings: CentralSystemSettings) {
    this.settings = settings;
    this.outbox.timeoutMs = settings.callTimeoutMs;
  }

  /** Why a new command would not go out at once. */
  holdBack(now: number): HoldBack | null {
    if (!this.online) return { kind: "absent" };
    if (!this.role.mine) return { kind: "watching" };
    if (!this.gate.isOpen(now)) return { kind: "boot", boot: this.gate.boot };
    return this.outbox.ahead > 0 ? { kind: "turn", ahead: this.outbox.ahead } : null;
  }

  /** When something is due by itself; null when nothing is. */
  get nextDue(): number | null {
    const times = [...this.delayed.map(({ dueAt }) => dueAt), ...this.calls.held().map(fallbackOf)];
    return times.length === 0 ? null : Math.min(...times);
  }

  /** A frame this browser kept: remembered, never answered by itself. */
  remember(envelope: Envelope, frame: Frame | null): void {
    if (envelope.type === "opened") this.opened(envelope);
    if (envelope.type === "frame" && frame !== null) this.see(envelope, frame);
  }

  hear(envelope: Envelope, frame: Frame | null, now: number): Outgoing[] {
    switch (envelope.type) {
      case "opened":
        this.opened(envelope);
        this.online = true;
        return this.act(now);
      case "frame":
        if (frame !== null) this.see(envelope, frame);
        return this.act(now);
      case "closed":
        if (envelope.epoch === this.epoch) this.online = false;
        return [];
      case "absent":
        this.online = false;
        this.role.absent();
        return [];
      case "role":
        return this.told(envelope, now);
      case "replayed":
        return this.replayed(envelope, now);
      case "refused":
        return this.refusedBy(envelope, now);
      case "bus":
        return this.bus(envelope.state, now);
      default:
        return never(envelope);
    }
  }

  /** The relay's socket is open and attached as a watcher. */
  attached(now: number): Outgoing[] {
    return this.role.attached(now);
  }

  /** The relay's socket ended. */
  lost(now: number): void {
    this.role.lost(now);
    this.online = false;
    this.busLost = false;
  }

  /** A command that cannot wait for a role is refused at once; one for an absent charger waits for it. */
  command(draft: Draft, anyway: boolean, now: number): Outgoing[] {
    if (this.online && !this.role.mine) return this.refuse("send", "watching");
    this.refusal = null;
    this.outbox.add(this.post.nextRef(), draft, anyway, now);
    return this.act(now);
  }

  hurry(ref: string, now: number): Outgoing[] {
    this.outbox.hurry(ref);
    return this.act(now);
  }

  /** A person answers a call that waits. */
  answer(epoch: string, seq: number, reply: Reply, now: number): Outgoing[] {
    if (epoch !== this.epoch || !this.online) return this.refuse("send", "no-such-epoch");
    if (!this.role.mine) return this.refuse("send", "watching");
    const waiting = this.calls.at(seq);
    return waiting === undefined ? [] : this.carryOut(waiting, { reply, by: "hand" }, now);
  }

  end(how: Extract<Outgoing, { type: "close" | "drop" }>): Outgoing[] {
    if (!this.online) return this.refuse(how.type, "absent");
    return this.role.mine ? [how] : this.refuse(how.type, "watching");
  }

  tick(now: number): Outgoing[] {
    if (this.role.mine) this.role.alive(now);
    this.outbox.tick(now);
    const due = this.delayed.filter(({ dueAt }) => dueAt <= now);
    this.delayed = this.delayed.filter(({ dueAt }) => dueAt > now);
    const expired = this.ready() ? this.calls.held().filter((waiting) => fallbackOf(waiting) <= now) : [];
    return [
      ...due.map(({ send }) => this.post.send(send)),
      ...expired.flatMap((waiting) => this.fallBack(waiting, now)),
      ...this.act(now),
    ];
  }

  private opened({ epoch, at, version }: Extract<Envelope, { type: "opened" }>): void {
    if (epoch === this.epoch) return;
    this.epoch = epoch;
    this.version = version;
    this.seq = 0;
    this.delayed = [];
    this.calls.clear();
    this.gate.opened(at);
    this.outbox.newConnection();
  }

  private see(envelope: FrameEnvelope, frame: Frame): void {
    this.transactions.saw(frame);
    if (envelope.epoch !== this.epoch || envelope.seq <= this.seq) return;
    this.seq = envelope.seq;
    if (envelope.client === this.me && envelope.ref !== undefined) this.post.confirmed(envelope.ref);
    this.calls.see(envelope, frame);
    this.outbox.see(envelope, frame);
    this.gate.frame(envelope.from, frame);
  }

  private told(envelope: Extract<Envelope, { type: "role" }>, now: number): Outgoing[] {
    const before = this.role.mine;
    this.role.told(envelope);
    if (!this.role.mine) this.delayed = [];
    if (!this.role.mine || before) return this.act(now);
    const again = this.resend();
    this.calls.reopen((ref) => this.post.has(ref));
    return [...again, ...this.act(now)];
  }

  /** What was missed is here: if frames before the role's beginning are lost for good, waiting for them is no use. */
  private replayed({ epoch }: Extract<Envelope, { type: "replayed" }>, now: number): Outgoing[] {
    const since = this.role.since;
    if (epoch === this.epoch && since?.epoch === epoch) this.seq = Math.max(this.seq, since.seq - 1);
    return this.act(now);
  }

  /** Calls that came before the role did are open only if nobody answered them up to where the role began. */
  private ready(): boolean {
    const since = this.role.since;
    if (!this.online || this.busLost || since === null) return false;
    // The role holds from `seq` on: the frame before it is the last that has to be known.
    return since.epoch === this.epoch && this.seq + 1 >= since.seq;
  }

  private act(now: number): Outgoing[] {
    if (!this.ready()) return [];
    const answers = this.calls.open(now - worthAnsweringMs).flatMap((waiting) => this.reply(waiting, now));
    const commands = this.outbox.due(this.gate.isOpen(now), now).map(({ ref, text }) => this.send(ref, text, "hand"));
    return [...answers, ...commands];
  }

  private reply(waiting: Waiting, now: number): Outgoing[] {
    return this.carryOut(waiting, this.responders.rules(waiting.call, this.context(now)), now);
  }

  private fallBack(waiting: Waiting, now: number): Outgoing[] {
    const { reply } = this.responders.fallback(waiting.call, this.context(now));
    return this.carryOut(waiting, { reply, by: "fallback" }, now);
  }

  private carryOut(waiting: Waiting, { reply, by }: Answer, now: number): Outgoing[] {
    waiting.state = { kind: "done", ref: null };
    switch (reply.kind) {
      case "result":
        return this.sendAfter(reply.afterMs, waiting, resultText(waiting.call.id, reply.payload), by, now);
      case "error": {
        const { code, description, details } = reply;
        return this.sendAfter(reply.afterMs, waiting, errorText(waiting.call.id, code, description, details), by, now);
      }
      case "ask":
        waiting.state = { kind: "held", fallbackAt: waiting.at + this.settings.askFallbackMs };
        this.holds.push({ epoch: this.epoch ?? "", seq: waiting.seq, fallbackAt: waiting.state.fallbackAt });
        return [];
      case "silence":
        return [];
      default:
        return never(reply);
    }
  }

  private sendAfter(afterMs: number, waiting: Waiting, text: string, by: string, now: number): Outgoing[] {
    const ref = this.post.nextRef();
    waiting.state = { kind: "done", ref };
    if (afterMs <= 0) return [this.send(ref, text, by)];
    this.delayed.push({ dueAt: now + afterMs, send: this.compose(ref, text, by) });
    return [];
  }

  private send(ref: string, text: string, by: string): Send {
    return this.post.send(this.compose(ref, text, by));
  }

  private compose(ref: string, text: string, by: string): Send {
    return { type: "send", ref, text, by, ...(this.epoch === null ? {} : { epoch: this.epoch }) };
  }

  private context(now: number): Parameters<Responder>[1] {
    return {
      identity: this.identity,
      version: this.version,
      now,
      nextTransactionId: () => this.transactions.next(now),
    };
  }

  /** The same `ref` again is written once at most. */
  private resend(): Outgoing[] {
    if (this.epoch === null) return [];
    const { resend, dropped } = this.post.again(this.epoch);
    for (const { ref } of dropped) this.outbox.refused(ref, "no-such-epoch");
    return resend;
  }

  private refusedBy({ ref, of, reason }: Extract<Envelope, { type: "refused" }>, now: number): Outgoing[] {
    if (reason === "bus-lost" && ref !== null && this.post.has(ref)) {
      this.busLost = true; // it is sent again when the bus is back
      return [];
    }
    this.refusal = { of: of ?? "", reason };
    if (ref === null) return [];
    this.post.confirmed(ref);
    this.outbox.refused(ref, reason);
    return this.act(now);
  }

  private bus(state: "lost" | "back", now: number): Outgoing[] {
    this.busLost = state === "lost";
    return state === "lost" ? [] : [...(this.role.mine ? this.resend() : []), ...this.act(now)];
  }

  private refuse(of: string, reason: string): Outgoing[] {
    this.refusal = { of, reason };
    return [];
  }
}

function fallbackOf({ state }: Waiting): number {
  return state.kind === "held" ? state.fallbackAt : Infinity;
}
