import { defaultAnswers, usualReply } from "../../../responder/default_answers";
import { freeName } from "../../../responder/profile_name";
import type { CannedReply, Default, Plan, Profile, Rule } from "../../../responder/rule";

/** Changes of a profile as a person makes them. Each returns another profile; none touches the one it was given. */

export function emptyProfile(name: string): Profile {
  return { format: 1, name, rules: [], defaults: [], expect: [] };
}

/** A rule to start from: it answers as the default would. */
export function ruleFor(action: string, version: string, names: readonly string[]): Rule {
  return {
    id: freshId(),
    name: freeName(action, names),
    on: true,
    when: { action, conditions: [] },
    answer: { mode: "always", reply: usualReply(version, { action, payload: {} }) },
  };
}

export function withRule(profile: Profile, rule: Rule): Profile {
  const known = profile.rules.some(({ id }) => id === rule.id);
  const rules = known ? profile.rules.map((one) => (one.id === rule.id ? rule : one)) : [rule, ...profile.rules];
  return { ...profile, rules };
}

export function withoutRule(profile: Profile, id: string): Profile {
  return { ...profile, rules: profile.rules.filter((rule) => rule.id !== id) };
}

/** Puts back what was deleted, where it stood. */
export function withRuleAt(profile: Profile, rule: Rule, place: number): Profile {
  const rest = withoutRule(profile, rule.id).rules;
  return { ...profile, rules: [...rest.slice(0, place), rule, ...rest.slice(place)] };
}

export function moveRule(profile: Profile, id: string, to: number): Profile {
  return {
    ...profile,
    rules: moved(
      profile.rules,
      profile.rules.findIndex((rule) => rule.id === id),
      to,
    ),
  };
}

export function duplicateRule(profile: Profile, rule: Rule): { profile: Profile; copy: Rule } {
  const names = profile.rules.map(({ name }) => name);
  const copy = { ...rule, id: freshId(), name: freeName(rule.name, names) };
  const place = profile.rules.findIndex(({ id }) => id === rule.id) + 1;
  return { profile: withRuleAt(profile, copy, place), copy };
}

/** `null` goes back to the usual default. */
export function withDefault(profile: Profile, version: string, action: string, reply: CannedReply | null): Profile {
  const others = profile.defaults.filter((one) => one.version !== version || one.action !== action);
  const changed: Default[] = reply === null ? others : [...others, { version, action, reply }];
  return { ...profile, defaults: changed };
}

/** The item at `from` stands at `to` afterwards; both are kept within the list. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined) return [...items];
  const rest = items.filter((_, at) => at !== from);
  const place = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

/** The same replies, given another way. */
export function withMode(plan: Plan, mode: Plan["mode"]): Plan {
  if (plan.mode === mode) return plan;
  const replies = repliesOf(plan);
  const first = replies[0] ?? { kind: "silence" as const };
  if (mode === "always") return { mode, reply: first };
  if (mode === "sequence") return { mode, steps: replies.map((reply) => ({ times: 1, reply })), then: "repeat last" };
  return { mode, choices: replies.map((reply) => ({ weight: 1, reply })) };
}

export function repliesOf(plan: Plan): CannedReply[] {
  if (plan.mode === "always") return [plan.reply];
  return (plan.mode === "sequence" ? plan.steps : plan.choices).map(({ reply }) => reply);
}

export function withReply(plan: Plan, at: number, reply: CannedReply): Plan {
  if (plan.mode === "always") return { ...plan, reply };
  const put = <T extends { reply: CannedReply }>(list: T[]): T[] =>
    list.map((one, place) => (place === at ? { ...one, reply } : one));
  return plan.mode === "sequence" ? { ...plan, steps: put(plan.steps) } : { ...plan, choices: put(plan.choices) };
}

/** How often a step is sent, or how heavy a choice weighs. */
export function withCount(plan: Plan, at: number, count: number): Plan {
  if (plan.mode === "sequence")
    return { ...plan, steps: plan.steps.map((step, place) => (place === at ? { ...step, times: count } : step)) };
  if (plan.mode === "random")
    return { ...plan, choices: plan.choices.map((one, place) => (place === at ? { ...one, weight: count } : one)) };
  return plan;
}

/** Another step after `at`: the reply given, or the same again. */
export function withStepAfter(plan: Plan, at: number, reply: CannedReply): Plan {
  const put = <T>(list: T[], item: T): T[] => [...list.slice(0, at + 1), item, ...list.slice(at + 1)];
  if (plan.mode === "sequence") return { ...plan, steps: put(plan.steps, { times: 1, reply }) };
  if (plan.mode === "random") return { ...plan, choices: put(plan.choices, { weight: 1, reply }) };
  return plan;
}

export function withoutStep(plan: Plan, at: number): Plan {
  if (plan.mode === "sequence") return { ...plan, steps: plan.steps.filter((_, place) => place !== at) };
  if (plan.mode === "random") return { ...plan, choices: plan.choices.filter((_, place) => place !== at) };
  return plan;
}

export function movedStep(plan: Plan, from: number, to: number): Plan {
  if (plan.mode === "sequence") return { ...plan, steps: moved(plan.steps, from, to) };
  if (plan.mode === "random") return { ...plan, choices: moved(plan.choices, from, to) };
  return plan;
}

/** Every action that a charge point of this version may send. */
export function actionsOf(version: string): string[] {
  return [...new Set(defaultAnswers(version).map(({ action }) => action))].sort((one, other) =>
    one.localeCompare(other),
  );
}

export function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
