import type { CannedReply } from "../responder/rule";
import { Answering, type AnswerSettings, type CallMemory, type Responders } from "./answering";
import { BootGate } from "./boot_gate";
import type { Envelope, FrameEnvelope, Outgoing } from "./envelope";
import type { Frame } from "./frame";
import { never } from "./never";
import { commandMark } from "./command_mark";
import { type Draft, type Manner, Outbox } from "./outbox";
import { Post } from "./post";
import { type Repetition, Repeats } from "./repeats";
import { RoleKeeper } from "./role_keeper";
import type { HeldCall, HoldBack, Repeat } from "./view";

export interface CentralSystemSettings extends AnswerSettings {
  callTimeoutMs: number;
}

/**
 * The central system of one charge point: answers its calls and sends ours, as OCPP demands. It is told what came and
 * when (the relay's clock), and returns what goes to the relay. It knows no log, so no log can slow it down.
 */
export class CentralSystem {
  readonly role: RoleKeeper;
  readonly outbox: Outbox;
  readonly gate = new BootGate();
  refusal: { of: string; reason: string } | null = null;

  private readonly post: Post;
  private readonly repeats = new Repeats();
  private readonly answering: Answering;
  private epoch: string | null = null;
  private online = false;
  private seq = 0;
  private busLost = false;

  constructor(
    identity: string,
    private readonly me: string,
    responders: Responders,
    settings: CentralSystemSettings,
    refPrefix: string,
  ) {
    this.role = new RoleKeeper(me);
    this.outbox = new Outbox(settings.callTimeoutMs);
    this.post = new Post(refPrefix);
    this.answering = new Answering(identity, responders, settings, this.post, () => this.gate.boot === "accepted");
  }

  set limits(settings: CentralSystemSettings) {
    this.answering.limits = settings;
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
    const ready = this.ready();
    const repeat = ready ? this.repeats.nextDue((ref) => this.outbox.waits(ref)) : Infinity;
    const due = Math.min(this.answering.nextDue(ready), repeat);
    return due === Infinity ? null : due;
  }

  /** Calls that wait for a person, oldest first. */
  get held(): HeldCall[] {
    return this.answering.held(this.role.mine && this.online);
  }

  /** Calls that started to wait for a person, since last asked. */
  get holds(): Answering["holds"] {
    return this.answering.holds;
  }

  get callMemory(): CallMemory {
    return this.answering.memory;
  }

  /** Before the frames that this browser kept. */
  restoreCalls(memory: CallMemory): void {
    this.answering.restore(memory);
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
        if (envelope.epoch === this.epoch) this.ended();
        return [];
      case "absent":
        this.ended();
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
    this.repeats.stopAll("lost");
    this.online = false;
    this.busLost = false;
  }

  /** A command that cannot wait for a role is refused at once; one for an absent charger waits for it. */
  command(draft: Draft, manner: Manner, now: number): Outgoing[] {
    if (this.online && !this.role.mine) return this.refuse("send", "watching");
    this.refusal = null;
    this.outbox.add(this.post.nextRef(), draft, manner, now);
    return this.act(now);
  }

  /** Sends a command again and again. It ends when the role or the charger goes, and begins again only by hand. */
  repeat(draft: Draft, manner: Manner, wish: Repetition, now: number): Outgoing[] {
    if (!this.online) return this.refuse("send", "absent");
    if (!this.role.mine) return this.refuse("send", "watching");
    this.refusal = null;
    this.repeats.begin(this.post.nextRef(), { draft, ...manner }, wish, now);
    return this.act(now);
  }

  /** Ends a repetition; one that has ended is forgotten. */
  stop(repeat: string): void {
    const last = this.repeats.stop(repeat, "hand");
    if (last !== null) this.outbox.cancel(last);
  }

  get repeating(): Repeat[] {
    return this.repeats.view;
  }

  hurry(ref: string, now: number): Outgoing[] {
    this.outbox.hurry(ref);
    return this.act(now);
  }

  /** A person answers a call that waits. */
  answer(epoch: string, seq: number, reply: CannedReply, now: number): Outgoing[] {
    if (epoch !== this.epoch || !this.online) return this.refuse("send", "no-such-epoch");
    if (!this.role.mine) return this.refuse("send", "watching");
    const answer = this.answering.byHand(seq, reply, now);
    if (answer === undefined) return [];
    this.refusal = null;
    return answer;
  }

  /** A held call gets no fallback, or one again. */
  pin(epoch: string, seq: number, pinned: boolean): void {
    this.answering.pin(epoch, seq, pinned);
  }

  dismiss(epoch: string, seq: number): void {
    this.answering.dismiss(epoch, seq);
  }

  end(how: Extract<Outgoing, { type: "close" | "drop" }>): Outgoing[] {
    if (!this.online) return this.refuse(how.type, "absent");
    return this.role.mine ? [how] : this.refuse(how.type, "watching");
  }

  tick(now: number): Outgoing[] {
    if (this.role.mine) this.role.alive(now);
    this.outbox.tick(now);
    const due = this.answering.due(now);
    const fallbacks = this.ready() ? this.answering.fallbacks(now) : [];
    return [...due, ...fallbacks, ...this.act(now)];
  }

  private opened({ epoch, at, version }: Extract<Envelope, { type: "opened" }>): void {
    if (epoch === this.epoch) return;
    this.ended();
    this.epoch = epoch;
    this.seq = 0;
    this.answering.opened(epoch, version);
    this.gate.opened(at);
    this.outbox.newConnection();
  }

  private ended(): void {
    this.answering.ended();
    this.repeats.stopAll("left");
    this.online = false;
  }

  private see(envelope: FrameEnvelope, frame: Frame): void {
    this.answering.reads(frame);
    if (envelope.epoch !== this.epoch || envelope.seq <= this.seq) return;
    this.seq = envelope.seq;
    if (envelope.client === this.me && envelope.ref !== undefined) this.post.confirmed(envelope.ref);
    this.answering.see(envelope, frame);
    this.outbox.see(envelope, frame);
    this.gate.frame(envelope.from, frame);
  }

  private told(envelope: Extract<Envelope, { type: "role" }>, now: number): Outgoing[] {
    const before = this.role.mine;
    this.role.told(envelope);
    if (!this.role.mine) {
      this.answering.roleLost();
      this.repeats.stopAll("role");
    }
    if (!this.role.mine || before) return this.act(now);
    const again = this.resend();
    this.answering.roleGained();
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
    const answers = this.answering.answers(now);
    for (const one of this.repeats.due(now, (ref) => this.outbox.waits(ref))) {
      one.ref = this.post.nextRef();
      this.outbox.add(one.ref, one.draft, one, now);
    }
    const due = this.outbox.due(this.gate.isOpen(now), now);
    const calls = due.map(({ ref, text, timeoutMs }) =>
      this.post.send(this.post.compose(text, commandMark(timeoutMs ?? null), this.epoch, ref)),
    );
    return [...answers, ...calls];
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
    const repeat = this.repeats.of(ref);
    if (repeat !== undefined) this.repeats.stop(repeat, "refused");
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
