import type { Closed } from "./envelope";

/** Of the relay's own sockets: what to tell a person, and whether to come back. */
export interface CloseCode {
  words: string;
  comeBack: boolean;
}

const ended: Record<number, string> = {
  4400: "The relay did not understand this page. Reload it; if that does not help, please report it.",
  4401: "The relay asks for a token.",
  4403: "This page may not use the relay: it is not on the list of allowed addresses.",
  4409: "Another tab with the same name took over. Reload this page to use it here.",
  4413: "This page sent more than the relay lets through.",
};

/** Whatever is not on the list is worth another try: the network, a restart, a code of a newer relay. */
export function closeCode(code: number): CloseCode {
  const words = ended[code];
  return words === undefined
    ? { words: comingBack[code] ?? "The connection broke.", comeBack: true }
    : { words, comeBack: false };
}

const comingBack: Record<number, string> = {
  1012: "The relay is restarting.",
  4408: "This browser was too slow.",
  4429: "The relay has too many connections.",
};

const plain: Record<number, string> = {
  1000: "normal closure",
  1001: "going away",
  1002: "protocol error",
  1003: "unsupported data",
  1005: "no code given",
  1007: "invalid text",
  1008: "policy violation",
  1009: "too large",
  1010: "missing extension",
  1011: "internal error",
  1012: "restarting",
};

/** How a charge point's connection ended, as a sentence. */
export function closedWords({ by, code, reason }: Pick<Closed, "by" | "code" | "reason">): string {
  const why = reason === "" ? plain[code] : reason;
  const detail = why === undefined ? String(code) : `${code}, ${why}`;
  switch (by) {
    case "lost":
      return "The connection broke without a goodbye.";
    case "relay":
      return `Closed by the relay: ${why ?? String(code)}.`.replace("..", ".");
    case "central-system":
      return code === 1006
        ? "The central system cut the connection."
        : `The central system closed the connection (${detail}).`;
    case "superseded":
      return "A new connection took this identity over.";
    default:
      return `The charger closed the connection (${detail}).`;
  }
}
