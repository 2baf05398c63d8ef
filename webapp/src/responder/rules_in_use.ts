import type { Call } from "../engine/frame";
import { answerCall, meant } from "./answer_call";
import { fillReply } from "./canned";
import { type Counters, noCounters, startedOver } from "./counters";
import { Dice, seedFrom, seedState } from "./dice";
import { nextWords } from "./plan";
import { noRules } from "./responder";
import type { Answer, Context, Reply } from "./reply";
import type { CannedReply, Profile } from "./rule";

/** What a refresh must not forget. */
export interface Standing {
  seed: string;
  rng: number;
  counters: Counters;
}

/** The rules that answer one charger, and how far they have got. */
export class RulesInUse {
  profile: Profile = noRules;
  private standing: Standing;

  /** `chance`: at least 0, less than 1. */
  constructor(chance: number) {
    this.standing = startingFrom(seedFrom(chance));
  }

  readonly respond = (call: Call, context: Context): Answer => {
    const { counters, rng, seed } = this.standing;
    const answered = answerCall(this.profile, counters, rng, call, context);
    this.standing = { seed, rng: answered.rng, counters: answered.counters };
    return answered;
  };

  readonly fill = (reply: CannedReply, call: Call, context: Context): Reply => {
    const dice = new Dice(this.standing.rng);
    const filled = fillReply(meant(this.profile, reply, call, context), { call, context, dice });
    this.standing = { ...this.standing, rng: dice.state };
    return filled;
  };

  get memory(): Standing {
    return this.standing;
  }

  restore(standing: Standing): void {
    this.standing = standing;
  }

  /** With everything, the random numbers begin anew, so that a run can be repeated exactly. */
  startOver(rule: string | null): void {
    const { counters, seed } = this.standing;
    if (rule === null) this.standing = startingFrom(seed);
    else this.standing = { ...this.standing, counters: startedOver(counters, rule) };
  }

  reseed(seed: string): void {
    const rng = seedState(seed);
    if (rng !== undefined) this.standing = { ...this.standing, seed: seed.toLowerCase(), rng };
  }

  get view(): { seed: string; hits: Record<string, number>; defaultHits: number; next: Record<string, string> } {
    const { seed, counters } = this.standing;
    const next = this.profile.rules.flatMap(({ id, answer }): [string, string][] => {
      const words = nextWords(answer, counters.turns[id] ?? 0);
      return words === undefined ? [] : [[id, words]];
    });
    return { seed, hits: counters.hits, defaultHits: counters.defaultHits, next: Object.fromEntries(next) };
  }
}

function startingFrom(seed: string): Standing {
  return { seed, rng: seedState(seed) ?? 0, counters: noCounters };
}
