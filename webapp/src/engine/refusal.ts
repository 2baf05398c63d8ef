const words: Record<string, string> = {
  absent: "The charger is not connected.",
  watching: "You are watching. Take over first.",
  "no-such-epoch": "The charger has reconnected since; this answer belongs to its old connection.",
  "too-fast": "Too fast for this relay. It goes out in 2 s.",
  unreadable: "The relay could not read this request. This is a fault of the page; please report it.",
  "bus-lost": "The relay lost Redis. It goes out when it is back.",
};

/** Why the relay did not carry out a request, for people. */
export function refusalWords(reason: string, maxFrame: number): string {
  if (reason === "too-large") return `Larger than this relay lets through (${size(maxFrame)}).`;
  return words[reason] ?? `The relay refused it: ${reason}.`;
}

function size(bytes: number): string {
  return bytes >= 1 << 20 ? `${Number((bytes / (1 << 20)).toFixed(1))} MiB` : `${Math.round(bytes / 1024)} KiB`;
}
