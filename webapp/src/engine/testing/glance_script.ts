import { parseFrame } from "../frame";
import { FrameLog } from "../frame_log";
import type { JsonObject } from "../json";
import type { Setting, TransactionRow } from "../view";
import { PageGlance } from "../page_glance";
import { noon } from "./script";

/** A charger's conversation through the log to what the page knows of it at a glance. */
export class GlanceScript {
  now = noon;
  readonly log = new FrameLog("me", { callTimeoutMs: 30_000, chargerTimeoutMs: 30_000 }, 1000);
  readonly page = new PageGlance();
  private seq = 0;
  private calls = 0;
  private epoch = "";

  constructor() {
    this.opened();
  }

  get transactions(): readonly TransactionRow[] {
    return this.read().view.transactions;
  }

  get settings(): readonly Setting[] {
    return this.read().view.settings;
  }

  setting(name: string): Setting | undefined {
    return this.settings.find((setting) => setting.name === name);
  }

  read(): PageGlance {
    const change = this.log.glance.take();
    if (change) this.page.apply(structuredClone(change));
    return this.page;
  }

  opened(): void {
    this.seq = 0;
    this.epoch += "e";
    const told = { version: "", offered: [], flags: [], remote: "", headers: {} };
    this.log.opened({ type: "opened", epoch: this.epoch, at: this.now, ...told });
  }

  closed(): void {
    this.log.closed(this.now);
  }

  /** The charger calls, and gets this answer. */
  cp(action: string, payload: JsonObject, answer: JsonObject = {}): void {
    this.exchange("cp", action, payload, answer);
  }

  /** We call; without an answer nobody answers. */
  cs(action: string, payload: JsonObject, answer?: JsonObject): void {
    this.exchange("cs", action, payload, answer);
  }

  wait(seconds: number): void {
    this.now += seconds * 1000;
    this.log.tick(this.now);
  }

  /** This moment, or seconds from it, as a charger writes it. */
  time(seconds = 0): string {
    return new Date(this.now + seconds * 1000).toISOString();
  }

  private exchange(from: "cp" | "cs", action: string, payload: JsonObject, answer?: JsonObject): void {
    this.calls += 1;
    const id = `c${this.calls}`;
    this.frame(from, JSON.stringify([2, id, action, payload]));
    if (answer) this.frame(from === "cp" ? "cs" : "cp", JSON.stringify([3, id, answer]));
  }

  frame(from: "cp" | "cs", text: string): void {
    this.seq += 1;
    const { epoch, seq, now: at } = this;
    this.log.frame({ type: "frame", epoch, seq, at, from, text }, parseFrame(text));
  }
}
