import type { CallMemory } from "../engine/answering";
import type { CentralSystem } from "../engine/central_system";
import { noRules } from "../responder/responder";
import { RulesInUse } from "../responder/rules_in_use";
import type { Profile } from "../responder/rule";
import type { Keeper } from "../store/keeper";
import type { Clock } from "./clock";
import type { Answers } from "./contract";

/** Soon enough that a refresh forgets next to nothing, late enough that a flood of calls does not write for each. */
const writeMs = 100;

/** The rules in use for one charger, and what this browser keeps of it: the choice, the counters, the pinned calls. */
export class ChargerAnswers {
  readonly rules: RulesInUse;
  calls: CallMemory = { counts: null, pinned: [] };
  private profile: string | null = null;
  private written: unknown = null;
  private waiting = false;

  constructor(
    private readonly identity: string,
    private readonly keeper: Keeper,
    private readonly clock: Clock,
    chance: number,
    private readonly find: (id: string) => Profile | null,
  ) {
    this.rules = new RulesInUse(chance);
  }

  async read(): Promise<void> {
    const kept = await this.keeper.answers(this.identity);
    if (kept === undefined) return this.readStanding();
    this.calls = kept.calls;
    this.profile = kept.profile;
    this.profileChanged();
    await this.readStanding();
  }

  /** As another tab of this browser, which answers meanwhile, has left it. */
  async readStanding(): Promise<void> {
    const { profile } = this;
    const standing = await this.keeper.standing(this.identity, profile);
    if (standing === undefined || profile !== this.profile || this.waiting) return;
    this.rules.restore(standing);
    this.written = standing;
  }

  async use(profile: string | null, central: CentralSystem): Promise<void> {
    this.write(central);
    this.profile = profile;
    this.profileChanged();
    this.rules.startOver(null);
    this.written = this.rules.memory;
    this.write(central);
    await this.readStanding();
  }

  profileChanged(): void {
    const found = this.profile === null ? null : this.find(this.profile);
    this.rules.profile = found ?? noRules;
  }

  /** Something may have been answered. */
  remember(central: CentralSystem): void {
    if (this.waiting || this.rules.memory === this.written) return;
    this.waiting = true;
    this.clock.after(writeMs, () => this.write(central));
  }

  write(central: CentralSystem): void {
    this.waiting = false;
    const { identity, profile, keeper } = this;
    const standing = this.rules.memory;
    if (standing !== this.written) void keeper.rememberStanding(identity, profile, standing);
    this.written = standing;
    void keeper.rememberAnswers({ identity, profile, calls: central.callMemory });
  }

  get view(): Answers {
    const known = this.profile !== null && this.find(this.profile) !== null;
    return { profile: known ? this.profile : null, ...this.rules.view };
  }
}
