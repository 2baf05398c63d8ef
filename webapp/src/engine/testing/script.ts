import { respond } from "../../responder/responder";
import type { Responder } from "../../responder/reply";
import { RulesInUse } from "../../responder/rules_in_use";
import { CentralSystem } from "../central_system";
import type { Envelope, FrameEnvelope, Outgoing, Send } from "../envelope";
import { parseFrame } from "../frame";
import { compactJson, type JsonObject } from "../json";
import type { Draft } from "../outbox";

export const noon = Date.parse("2026-11-20T12:00:00Z");

/**
 * A conversation between a charge point, a relay and the central system under test, one line each:
 *
 *     opened e1              a charge point connected
 *     role me                this tab answers from here on; also `role tab-2`, `role nobody`
 *     cp> [2,"a",…]          the charge point says something
 *     cs> [3,"a",…]          another central system does
 *     us> [3,"a",…]          what we sent just now; the relay confirms it
 *     us? [3,"a",…]          the same, but no confirmation comes
 *     us> claim              an envelope other than `send`
 *     us> nothing
 *     type Reset {…}         a person sends a command; `type! …` breaks the rules, `raw …` is sent as typed,
 *                            `type 5 s: …` waits that long, `spell …` keeps the payload's spelling
 *     repeat 3 every 5 s Reset {…}, stop
 *     wait 30 s
 *     attach, lost, absent, closed, replayed, bus lost, bus back, refused watching
 *
 * `#1`, `#2` … stand for the unique ids of our own calls, in the order they were first sent.
 */
export class Script {
  now = noon;
  readonly central: CentralSystem;
  private sent: Outgoing[] = [];
  private epoch = "";
  private seq = 0;
  private readonly refs: string[] = [];
  private lastSend: Send | null = null;

  constructor(responder: Responder = respond, me = "me") {
    this.central = new CentralSystem(
      "CP1",
      me,
      { respond: responder, fill: new RulesInUse(0).fill },
      { callTimeoutMs: 30_000, askFallbackMs: 25_000, chargerTimeoutMs: 30_000 },
      "r",
    );
  }

  run(conversation: string): void {
    for (const line of conversation.split("\n").map((text) => text.trim()))
      if (line !== "" && !line.startsWith("//")) this.line(line);
  }

  private line(line: string): void {
    const [word, rest] = split(line);
    switch (word) {
      case "cp>":
      case "cs>":
        return this.frame(word === "cp>" ? "cp" : "cs", this.named(rest));
      case "us>":
        return this.expect(rest, true);
      case "us?":
        return this.expect(rest, false);
      case "type":
      case "type!":
        return this.type(rest, word === "type!");
      case "spell": {
        const [action, spelled] = split(rest);
        const draft = { kind: "call" as const, action, payload: {}, spelled: compactJson(spelled) };
        return this.add(this.central.command(draft, usual, this.now));
      }
      case "repeat":
        return this.repeat(rest);
      case "stop":
        return this.central.stop(this.central.repeating[0]?.id ?? "");
      case "raw":
        return this.add(this.central.command({ kind: "raw", text: rest }, usual, this.now));
      case "wait":
        return this.wait(Number(rest.split(" ")[0]) * 1000);
      case "attach":
        return this.add(this.central.attached(this.now));
      case "lost":
        return this.central.lost(this.now);
      default:
        return this.hear(this.envelope(word, rest));
    }
  }

  private envelope(word: string, rest: string): Envelope {
    const { epoch, seq, now: at } = this;
    switch (word) {
      case "opened":
        if (rest !== epoch) this.seq = 0;
        this.epoch = rest;
        return { type: "opened", epoch: rest, at, version: "ocpp1.6", offered: [], flags: [], remote: "", headers: {} };
      case "closed":
        return { type: "closed", epoch, seq, at, code: 1006, reason: "", by: "lost" };
      case "absent":
        return { type: "absent" };
      case "replayed":
        return { type: "replayed", epoch, first: null, last: null, complete: true };
      case "role": {
        const [who = "", from] = rest.split(" from ");
        const name = who === "nobody" ? null : who;
        return { type: "role", holder: name, name, role: "answer", epoch, seq: Number(from ?? seq), at };
      }
      case "bus":
        return { type: "bus", state: rest === "lost" ? "lost" : "back" };
      case "refused":
        return { type: "refused", ref: this.lastSend?.ref ?? null, of: "send", reason: rest };
      default:
        throw new Error(`No such line: ${word} ${rest}`);
    }
  }

  private hear(envelope: Envelope, text?: string): void {
    this.add(this.central.hear(envelope, text === undefined ? null : parseFrame(text), this.now));
  }

  private frame(from: "cp" | "cs", text: string, extra: Partial<FrameEnvelope> = {}): void {
    this.seq += 1;
    this.hear({ type: "frame", epoch: this.epoch, seq: this.seq, at: this.now, from, text, ...extra }, text);
  }

  private type(rest: string, anyway: boolean): void {
    const [, seconds, typed = rest] = /^([\d.]+) s: (.*)/.exec(rest) ?? [];
    const timeoutMs = seconds === undefined ? null : Number(seconds) * 1000;
    this.add(this.central.command(callOf(typed), { anyway, timeoutMs }, this.now));
  }

  private repeat(rest: string): void {
    const [, times, seconds, typed = ""] = /^(\d+) every ([\d.]+) s (.*)/.exec(rest) ?? [];
    const wish = { times: Number(times), everyMs: Number(seconds) * 1000 };
    this.add(this.central.repeat(callOf(typed), usual, wish, this.now));
  }

  private wait(ms: number): void {
    for (const end = this.now + ms; this.now < end;) {
      this.now = Math.min(end, this.now + 500);
      this.add(this.central.tick(this.now));
    }
  }

  private add(outgoing: Outgoing[]): void {
    this.sent.push(...outgoing);
  }

  private expect(expected: string, confirm: boolean): void {
    const next = this.sent.shift();
    const words = next === undefined ? "nothing" : next.type === "send" ? this.unnamed(next.text) : next.type;
    if (words !== expected) throw new Error(`Expected us to say\n  ${expected}\nbut we said\n  ${words}`);
    if (next?.type !== "send") return;
    this.lastSend = next;
    if (confirm) this.frame("cs", next.text, { client: "me", ref: next.ref, by: next.by });
  }

  /** `#1` to the unique id that was made up, and back. */
  private named(text: string): string {
    return text.replace(/#(\d+)/g, (_, number: string) => this.refs[Number(number) - 1] ?? `#${number}`);
  }

  private unnamed(text: string): string {
    const frame = parseFrame(text);
    if (frame.kind !== "call" || !frame.id.shown.startsWith("r-")) return text;
    if (!this.refs.includes(frame.id.shown)) this.refs.push(frame.id.shown);
    return text.replace(frame.id.shown, `#${this.refs.indexOf(frame.id.shown) + 1}`);
  }
}

const usual = { anyway: false, timeoutMs: null };

function callOf(typed: string): Draft {
  const [action, payload] = split(typed);
  return { kind: "call", action, payload: JSON.parse(payload || "{}") as JsonObject };
}

function split(line: string): [string, string] {
  const space = line.indexOf(" ");
  return space < 0 ? [line, ""] : [line.slice(0, space), line.slice(space + 1)];
}
