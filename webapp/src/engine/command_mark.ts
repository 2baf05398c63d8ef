/**
 * What `by` says of a command: it was typed, and how long its sender waits for the answer. It travels with the frame,
 * so that a refreshed page and other tabs call the same answer late.
 */
export function commandMark(timeoutMs: number | null): string {
  return timeoutMs === null ? "command" : `command, ${timeoutMs} ms`;
}

const mark = /^command(?:, (\d{1,9}) ms)?$/;

export function isCommand(by: string | undefined): boolean {
  return by !== undefined && mark.test(by);
}

/** Null: as long as the settings say. */
export function patienceOf(by: string | undefined): number | null {
  const told = mark.exec(by ?? "")?.[1];
  return told === undefined ? null : Number(told);
}
