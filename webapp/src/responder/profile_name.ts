/** "Boot twice", or "Boot twice (2)" when that is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  const [, stem = name] = /^(.*) \(\d+\)$/.exec(name) ?? [];
  let free = name;
  for (let number = 2; taken.includes(free); number += 1) free = `${stem} (${number})`;
  return free;
}
