/** Reads a pattern once; the same text asked about again costs next to nothing. */
export function compileGlob(pattern: string): (text: string) => boolean {
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  let last: string | null = null;
  let matched = false;
  return (text) => {
    if (text !== last) matched = globMatches(pattern, text);
    last = text;
    return matched;
  };
}

/** Whether `*` (any text) and `?` (one character) stand for what `text` says. Needs no more than length times length. */
export function globMatches(pattern: string, text: string): boolean {
  let [p, t, star, retry] = [0, 0, -1, 0];
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p;
      retry = t;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      retry += 1;
      t = retry;
    } else return false;
  }
  while (pattern[p] === "*") p += 1;
  return p === pattern.length;
}
