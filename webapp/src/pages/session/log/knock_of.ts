import type { Knock } from "../../../live/contract";

/** The last knock on this identity's own address. */
export function knockOf(knocks: readonly Knock[], identity: string): Knock | null {
  const own = knocks.filter(({ path }) => lastSegment(path) === identity);
  return own.reduce<Knock | null>((last, knock) => (last === null || knock.at > last.at ? knock : last), null);
}

function lastSegment(path: string): string | undefined {
  const segment = path
    .split("?")[0]
    ?.split("/")
    .findLast((part) => part !== "");
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
