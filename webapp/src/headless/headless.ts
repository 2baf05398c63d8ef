import { CentralSystem } from "../engine/central_system";
import type { Envelope, Outgoing } from "../engine/envelope";
import type { Frame } from "../engine/frame";
import { Pairing } from "../engine/pairing";
import { RulesInUse } from "../responder/rules_in_use";
import type { Profile } from "../responder/rule";
import { Expectations, type Verdict } from "./expectations";
import { happenings, type Happening } from "./happening";

export interface Options {
  identity: string;
  client: string;
  name: string;
  role: "standby" | "answer";
  /** Differs from one run to the next, so that no `ref` comes twice. */
  refPrefix: string;
  /** Null: chosen by `chance`. */
  seed: string | null;
  chance: number;
}

/** What has to go to the relay, and what a person or a script may want to read. */
export interface Outcome {
  send: Outgoing[];
  happened: Happening[];
}

const settings = {
  callTimeoutMs: 30_000,
  chargerTimeoutMs: 30_000,
  // There is nobody to ask.
  askFallbackMs: 0,
};

/** The central system of one charge point without a browser: the same engine, the same rules. */
export class Headless {
  private readonly rules: RulesInUse;
  private readonly central: CentralSystem;
  private readonly expectations: Expectations;
  private pairing = new Pairing();
  private position: { epoch: string; seq: number } | null = null;
  /** The replay of what was before this run is over. */
  private live = false;

  constructor(
    private readonly options: Options,
    profile: Profile,
    private now: number,
  ) {
    this.rules = new RulesInUse(options.chance);
    this.rules.profile = profile;
    if (options.seed !== null) this.rules.reseed(options.seed);
    this.expectations = new Expectations(profile.expect, now);
    this.central = new CentralSystem(options.identity, options.client, this.responders(), settings, options.refPrefix);
  }

  get seed(): string {
    return this.rules.view.seed;
  }

  /** The socket to the relay is open: the role comes with the first words. */
  attach(): Outgoing[] {
    const { client, name, role } = this.options;
    return [{ type: "attach", client, name, role, ...(this.position ?? {}) }];
  }

  hear(envelope: Envelope, frame: Frame | null, now: number): Outcome {
    this.now = now;
    const news = this.isNews(envelope);
    const send = this.central.hear(envelope, frame, now);
    this.saw(envelope, frame);
    if (envelope.type === "replayed" || envelope.type === "absent") this.live = true;
    return { send, happened: news ? happenings(envelope, frame, this.options.client, this.pairing) : [] };
  }

  tick(now: number): Outgoing[] {
    this.now = now;
    return this.central.tick(now);
  }

  lost(now: number): void {
    this.central.lost(now);
  }

  /** When `tick` has something to do; null when nothing is due. */
  get nextDue(): number | null {
    return this.central.nextDue;
  }

  verdicts(now: number): Verdict[] {
    return this.expectations.verdicts(now);
  }

  private responders(): ConstructorParameters<typeof CentralSystem>[2] {
    return {
      respond: (call, context) => {
        this.expectations.saw(call.action, context.key, this.now);
        const { reply, by } = this.rules.respond(call, context);
        return { reply, by: `headless: ${by.replace(/^rule: /, "")}` };
      },
      fill: this.rules.fill,
    };
  }

  /** A replay tells again what is known. */
  private isNews(envelope: Envelope): boolean {
    if (envelope.type === "opened") {
      if (this.position?.epoch === envelope.epoch) return false;
      this.position = { epoch: envelope.epoch, seq: 0 };
      this.pairing = new Pairing();
    }
    if (envelope.type === "frame") {
      if (this.position?.epoch === envelope.epoch && envelope.seq <= this.position.seq) return false;
      this.position = { epoch: envelope.epoch, seq: envelope.seq };
    }
    return true;
  }

  /** A call that came while this run was there, whoever answers it. */
  private saw(envelope: Envelope, frame: Frame | null): void {
    if (!this.live || envelope.type !== "frame" || envelope.from !== "cp" || frame?.kind !== "call") return;
    this.expectations.saw(frame.action, `${envelope.epoch}.${envelope.seq}`, this.now);
  }
}
