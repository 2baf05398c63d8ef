const hour = 3_600_000;

/** Times to offer: as templates where those are filled, else as they are on the clock. The first is now. */
export function momentsFrom(now: number, templates: boolean): readonly [string, ...string[]] {
  if (templates) return ["{{now}}", "{{now + 1h}}", "{{now + 1d}}"];
  return [clock(now), clock(now + hour), clock(now + 24 * hour)];
}

/** To the second: more says nothing, and some chargers read no fractions. */
function clock(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
