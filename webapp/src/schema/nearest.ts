/** The word that was most likely meant, where one is near enough to say so. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const plain = simple(word);
  const candidates = words
    .map((other) => ({ other, far: distance(plain, simple(other)) }))
    .sort((one, two) => one.far - two.far);
  const [best, second] = candidates;
  if (best === undefined || best.far > reach(plain)) return onlyStart(plain, words);
  return best.far === second?.far ? undefined : best.other;
}

/** "Percentage" for Percent: the one word that it begins with, or that begins with it. */
function onlyStart(plain: string, words: readonly string[]): string | undefined {
  const alike = words.filter((other) => {
    const word = simple(other);
    return Math.min(word.length, plain.length) >= 4 && (word.startsWith(plain) || plain.startsWith(word));
  });
  return alike.length === 1 ? alike[0] : undefined;
}

/** A third of it may be wrong; of short words only the case and the marks. */
function reach(plain: string): number {
  return plain.length < 3 ? 0 : Math.ceil(plain.length / 4);
}

function simple(word: string): string {
  return word.toLowerCase().replace(/[\s_.-]+/g, "");
}

// Words of a standard are short; what a charger sends may not be.
const longest = 64;

/** Letters to change, add or drop (Levenshtein). */
function distance(one: string, other: string): number {
  if (one.length > longest) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let down = 1; down <= one.length; down += 1) {
    const next = [down];
    for (let along = 1; along <= other.length; along += 1) {
      const same = one[down - 1] === other[along - 1];
      next.push(Math.min((row[along] ?? 0) + 1, (next[along - 1] ?? 0) + 1, (row[along - 1] ?? 0) + (same ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
