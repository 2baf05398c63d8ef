import { boots } from "./facts";
import type { Frame } from "./frame";
import { at, wordOf } from "./json";
import type { Boot } from "./view";

/** A charger that just connected most likely boots in a moment; one that only reconnected need not. */
const graceMs = 10_000;

/** Whether calls of ours may go out: some chargers restart when they are asked before BootNotification is accepted. */
export class BootGate {
  boot: Boot = "unknown";
  private bootId: string | null = null;
  private silentSince: number | null = null;

  opened(at: number): void {
    this.silentSince = at;
    this.bootId = null;
  }

  frame(from: "cp" | "cs", frame: Frame): void {
    // What it asks by itself tells that it does not boot; an answer to a call that was sent anyway does not.
    if (from === "cp" && (frame.kind === "call" || frame.kind === "send")) this.silentSince = null;
    if (from === "cp" && frame.kind === "call" && frame.action === "BootNotification") {
      this.boot = "unanswered";
      this.bootId = frame.id.shown;
    }
    if (from === "cs" && (frame.kind === "result" || frame.kind === "error") && frame.id.shown === this.bootId) {
      this.bootId = null;
      this.boot =
        frame.kind === "error" ? "rejected" : (boots[wordOf(at(frame.payload, "status")) ?? ""] ?? "rejected");
    }
  }

  /** `now` is the relay's clock. */
  isOpen(now: number): boolean {
    if (this.boot === "accepted") return true;
    if (this.boot !== "unknown") return false;
    return this.silentSince === null || now - this.silentSince >= graceMs;
  }
}
