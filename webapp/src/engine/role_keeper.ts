import type { Outgoing, RoleEnvelope } from "./envelope";
import type { Role } from "./view";

/** As long as the relay remembers a client that went silent. */
const leaseMs = 30_000;

/**
 * Whether this tab answers. It watches first and claims what is free; it takes nothing away from anybody, except what
 * was its own a moment ago: a refresh must not change who answers.
 */
export class RoleKeeper {
  /** Ask for the role whenever the relay is reached. */
  private wants = true;
  private heldAt: number | null = null;
  private claiming = false;
  private current: RoleEnvelope | null = null;
  private takenBy: Role["takenBy"] = null;
  private cameBackAt: number | null = null;

  constructor(private readonly me: string) {}

  /** What an earlier life of this tab left behind. */
  restore({ wants, heldAt }: { wants: boolean; heldAt: number | null }): void {
    this.wants = wants;
    this.heldAt = heldAt;
  }

  get memory(): { wants: boolean; heldAt: number | null } {
    return { wants: this.wants, heldAt: this.heldAt };
  }

  get mine(): boolean {
    return this.current?.holder === this.me;
  }

  /** From where on this tab answers; null when it does not. */
  get since(): { epoch: string | null; seq: number } | null {
    return this.mine ? this.current : null;
  }

  get view(): Role {
    const { current, takenBy, cameBackAt } = this;
    const holder =
      current === null
        ? undefined
        : current.holder === null
          ? null
          : { ...holderOf(current, current.holder), me: this.mine };
    return { mine: this.mine ? "answering" : "watching", holder, takenBy, cameBackAt };
  }

  attached(now: number): Outgoing[] {
    if (!this.wants) return [];
    const unlessHeld = this.heldAt === null || now - this.heldAt > leaseMs;
    return this.claim(unlessHeld);
  }

  claim(unlessHeld: boolean): Outgoing[] {
    this.wants = true;
    this.claiming = true;
    return [{ type: "claim", unless_held: unlessHeld }];
  }

  release(): Outgoing[] {
    this.wants = false;
    this.heldAt = null;
    return [{ type: "release" }];
  }

  told(envelope: RoleEnvelope): void {
    const before = this.mine;
    this.current = envelope;
    if (this.mine) this.gained(before, envelope.at);
    else if (envelope.holder !== null) this.taken(before, envelope);
  }

  /** The charger left: who answers is decided anew when it comes. */
  absent(): void {
    this.current = null;
  }

  /** This browser's socket ended. */
  lost(now: number): void {
    this.alive(now);
    this.current = null;
  }

  /** Keeps the memory of holding the role young. */
  alive(now: number): void {
    if (this.mine) this.heldAt = now;
  }

  private gained(before: boolean, at: number): void {
    if (!before && !this.claiming && this.takenBy !== null) this.cameBackAt = at;
    this.heldAt = at;
    this.wants = true;
    this.claiming = false;
    this.takenBy = null;
  }

  private taken(before: boolean, { name, at }: RoleEnvelope): void {
    if (before) this.takenBy = { name: name ?? "Another tab", at };
    this.wants = false;
    this.heldAt = null;
    this.claiming = false;
    this.cameBackAt = null;
  }
}

function holderOf(
  { name, role, at }: RoleEnvelope,
  client: string,
): { client: string; name: string | null; headless: boolean; since: number } {
  return { client, name, headless: role === "standby", since: at };
}
