import { parsePath, type PathStep } from "./json_path";

/** What stands between `{{` and `}}`. */
export type Named =
  | { kind: "now"; offsetMs: number }
  | { kind: "call"; steps: PathStep[] }
  | { kind: "unique-id" }
  | { kind: "next-transaction-id" }
  | { kind: "random"; from: number; to: number }
  | { kind: "identity" };

export type Name = { ok: true; named: Named } | { ok: false; words: string };

const moment = /^now(?:\s*([+-])\s*(\d{1,9})\s*([smhd]))?$/;
const random = /^random\s+(-?\d{1,15})\s+(-?\d{1,15})$/;
const units: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Ten thousand years of days are beyond what a timestamp can say. */
const farthestMs = 1e13;

export function readName(inner: string): Name {
  const name = inner.trim();
  const [word = ""] = name.split(/[\s.[+-]/, 1);
  switch (word) {
    case "now":
      return readMoment(name);
    case "call":
      return readCall(name);
    case "random":
      return readRandom(name);
    case "uniqueId":
      return bare(name, word, { kind: "unique-id" });
    case "nextTransactionId":
      return bare(name, word, { kind: "next-transaction-id" });
    case "identity":
      return bare(name, word, { kind: "identity" });
    default:
      return wrong(name === "" ? `Nothing is named here. ${known}` : `Nothing is called “${word || name}”. ${known}`);
  }
}

const known = "Known are now, call, uniqueId, nextTransactionId, random and identity.";

function readMoment(name: string): Name {
  const [found, sign, count, unit] = moment.exec(name) ?? [];
  const offset = Number(count ?? 0) * (units[unit ?? "s"] ?? 0);
  if (found === undefined || offset > farthestMs)
    return wrong("A time is written now, now + 30s, now - 5m, now + 2h or now + 1d.");
  return { ok: true, named: { kind: "now", offsetMs: sign === "-" ? -offset : offset } };
}

function readCall(name: string): Name {
  const steps = parsePath(`$${name.slice("call".length)}`);
  if (steps === undefined || steps.length === 0 || steps.includes(null))
    return wrong("A field of the call is written call.idTag or call.meterValue[0].timestamp.");
  return { ok: true, named: { kind: "call", steps } };
}

function readRandom(name: string): Name {
  const [found, from, to] = random.exec(name) ?? [];
  if (found === undefined || Number(from) > Number(to))
    return wrong("A random number is written random 1 100: two whole numbers, the smaller one first.");
  return { ok: true, named: { kind: "random", from: Number(from), to: Number(to) } };
}

function bare(name: string, word: string, named: Named): Name {
  return name === word ? { ok: true, named } : wrong(`Nothing may follow ${word}.`);
}

function wrong(words: string): Name {
  return { ok: false, words };
}
