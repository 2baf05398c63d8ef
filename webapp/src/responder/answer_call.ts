import type { Call } from "../engine/frame";
import { fillReply } from "./canned";
import { type Counters, counted, turnOf } from "./counters";
import { usualReply } from "./default_answers";
import { Dice } from "./dice";
import { compileWhen, type Matcher } from "./matching";
import { pick } from "./plan";
import type { Answer, Context, Suggestion } from "./reply";
import type { CannedReply, Profile, Rule } from "./rule";

/** An answer, and how the rules and the random numbers stand after it. */
export interface Answered extends Answer {
  counters: Counters;
  rng: number;
}

/** The first rule that matches answers; where none does, the default. Nothing but what is given decides. */
export function answerCall(profile: Profile, counters: Counters, rng: number, call: Call, context: Context): Answered {
  const index = firstMatch(profile, 0, call, context);
  const rule = profile.rules[index];
  const dice = new Dice(rng);
  if (rule === undefined) {
    const reply = fillReply(defaultReply(profile, call, context), { call, context, dice });
    return { reply, by: "default", counters: counted(counters, null, context.key), rng: dice.state };
  }
  const { reply, step } = pick(rule.answer, turnOf(counters, rule.id, context.key), dice);
  const after = counted(counters, rule.id, context.key);
  const filled =
    reply.kind === "ask"
      ? ({ kind: "ask", suggestion: suggest(profile, index + 1, after, call, context) } as const)
      : fillReply(meant(profile, reply, call, context), { call, context, dice });
  return { reply: filled, by: byRule(rule, step), counters: after, rng: dice.state };
}

/** What a reply stands for: "default" for the default answer, with the delay and the fault it was given. */
export function meant(profile: Profile, reply: CannedReply, call: Call, context: Context): CannedReply {
  if (reply.kind !== "default") return reply;
  const usual = defaultReply(profile, call, context);
  if (usual.kind === "default" || (reply.delay === undefined && reply.fault === undefined)) return usual;
  const known = merged.get(reply) ?? new WeakMap<CannedReply, CannedReply>();
  merged.set(reply, known);
  let both = known.get(usual);
  if (both === undefined) known.set(usual, (both = { ...usual, ...extrasOf(reply) }));
  return both;
}

/** One object for each pair, so that what is read from it once can be kept. */
const merged = new WeakMap<CannedReply, WeakMap<CannedReply, CannedReply>>();

function extrasOf({ delay, fault }: CannedReply): Pick<CannedReply, "delay" | "fault"> {
  return { ...(delay === undefined ? {} : { delay }), ...(fault === undefined ? {} : { fault }) };
}

/** What the next rule that has something to say would answer, or the default. Asking changes nothing. */
function suggest(profile: Profile, from: number, counters: Counters, call: Call, context: Context): Suggestion {
  const index = firstMatch(profile, from, call, context);
  const rule = profile.rules[index];
  if (rule === undefined) return { reply: defaultReply(profile, call, context), by: "default" };
  // Which of several comes at random is nobody's suggestion: the first draw of a fixed seed is as good as any.
  const { reply, step } = pick(rule.answer, turnOf(counters, rule.id, context.key), new Dice(0));
  if (reply.kind === "ask") return suggest(profile, index + 1, counters, call, context);
  return { reply: meant(profile, reply, call, context), by: byRule(rule, step) };
}

function defaultReply({ defaults }: Profile, call: Call, { version }: Context): CannedReply {
  const own = defaults.find((other) => other.action === call.action && other.version === version);
  return own === undefined || own.reply.kind === "default" ? usualReply(version, call) : own.reply;
}

function firstMatch(profile: Profile, from: number, call: Call, context: Context): number {
  return matchersOf(profile).findIndex((matches, index) => index >= from && matches(call, context));
}

const compiled = new WeakMap<Profile, Matcher[]>();

function matchersOf(profile: Profile): Matcher[] {
  let matchers = compiled.get(profile);
  if (matchers === undefined) {
    matchers = profile.rules.map(({ on, when }) => (on ? compileWhen(when) : () => false));
    compiled.set(profile, matchers);
  }
  return matchers;
}

const longestName = 150;

function byRule({ name }: Rule, step: string | undefined): string {
  return `rule: ${name.slice(0, longestName)}${step === undefined ? "" : ` (${step})`}`;
}
