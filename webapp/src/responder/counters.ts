/** How far the rules of a profile have got with one charger. Belongs to both, and outlives connections and pages. */
export interface Counters {
  /** Calls answered, by the rule's id. */
  hits: Record<string, number>;
  defaultHits: number;
  /** How often a rule has answered since "Start over", by its id; a sequence finds its step by it. */
  turns: Record<string, number>;
  /** The call a rule answered last: asked about it again, the rule is at the same turn. */
  last: Record<string, string>;
}

export const noCounters: Counters = { hits: {}, defaultHits: 0, turns: {}, last: {} };

/** The turn a rule is at for this call. */
export function turnOf({ turns, last }: Counters, rule: string, key: string): number {
  const turn = turns[rule] ?? 0;
  return last[rule] === key ? Math.max(0, turn - 1) : turn;
}

/** After a rule (or, null, the default) has answered this call. */
export function counted(counters: Counters, rule: string | null, key: string): Counters {
  if (rule === null) return { ...counters, defaultHits: counters.defaultHits + 1 };
  if (counters.last[rule] === key) return counters;
  return {
    ...counters,
    hits: { ...counters.hits, [rule]: (counters.hits[rule] ?? 0) + 1 },
    turns: { ...counters.turns, [rule]: (counters.turns[rule] ?? 0) + 1 },
    last: { ...counters.last, [rule]: key },
  };
}

/** "Start over": one rule's sequence, or (null) everything. */
export function startedOver(counters: Counters, rule: string | null): Counters {
  if (rule === null) return noCounters;
  return { ...counters, turns: without(counters.turns, rule), last: without(counters.last, rule) };
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
