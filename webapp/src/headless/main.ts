import { readEnvelope } from "../engine/envelope";
import { binaryFrame, parseFrame } from "../engine/frame";
import { fromText } from "../responder/share";
import { Headless, type Options } from "./headless";

/**
 * What Python calls, in an engine that has neither sockets nor a clock: text in, JSON out. Kept as plain functions,
 * because only those cross without ado.
 */
let headless: Headless | null = null;

/** The rules' text is as it stands in the file. */
export function start(options: string, rules: string, now: number): string {
  const read = fromText(rules);
  if (!read.ok) return JSON.stringify({ wrong: read.wrong });
  headless = new Headless(JSON.parse(options) as Options, read.profile, now);
  const { name, rules: list, expect } = read.profile;
  return JSON.stringify({ profile: name, rules: list.length, expect: expect.length, seed: headless.seed });
}

export function attach(): string {
  return JSON.stringify({ send: started().attach(), happened: [] });
}

export function said(text: string, now: number): string {
  const envelope = readEnvelope(text);
  if (envelope === undefined) return JSON.stringify({ send: [], happened: [] });
  const frame =
    envelope.type !== "frame"
      ? null
      : envelope.text === undefined
        ? binaryFrame(envelope.base64 ?? "")
        : parseFrame(envelope.text);
  return JSON.stringify(started().hear(envelope, frame, now));
}

export function tick(now: number): string {
  return JSON.stringify({ send: started().tick(now), happened: [] });
}

export function lost(now: number): void {
  started().lost(now);
}

/** Milliseconds, or -1 when nothing is due. */
export function nextDue(): number {
  return started().nextDue ?? -1;
}

export function verdicts(now: number): string {
  return JSON.stringify(started().verdicts(now));
}

function started(): Headless {
  if (headless === null) throw new Error("start comes first");
  return headless;
}
