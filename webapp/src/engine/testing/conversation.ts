import type { Filler, Responder } from "../../responder/reply";
import { CentralSystem } from "../central_system";
import type { Outgoing } from "../envelope";
import { parseFrame } from "../frame";
import { noon } from "./script";

/** What went out: a frame's text, "close 3001 bye" or "drop", and who said so. */
export interface Said {
  words: string;
  by: string | null;
}

/** A charge point that calls, a relay that confirms at once, and the central system that answers; time is told. */
export class Conversation {
  now = noon;
  readonly central: CentralSystem;
  private epoch = "";
  private seq = 0;

  constructor(responders: { respond: Responder; fill: Filler }) {
    const settings = { callTimeoutMs: 30_000, askFallbackMs: 25_000, chargerTimeoutMs: 30_000 };
    this.central = new CentralSystem("CP1", "me", responders, settings, "r");
    this.open("e1");
  }

  open(epoch: string): void {
    const { now: at } = this;
    this.epoch = epoch;
    this.seq = 0;
    const opened = { epoch, at, version: "ocpp1.6", offered: [], flags: [], remote: "", headers: {} };
    this.central.hear({ type: "opened", ...opened }, null, at);
    const role = { holder: "me", name: null, role: "answer", epoch, seq: 0, at } as const;
    this.central.hear({ type: "role", ...role }, null, at);
  }

  call(text: string): Said[] {
    return this.frame("cp", text);
  }

  wait(ms: number): Said[] {
    const said: Said[] = [];
    for (const end = this.now + ms; this.now < end;) {
      this.now = Math.min(end, this.now + 100);
      said.push(...this.relay(this.central.tick(this.now)));
    }
    return said;
  }

  relay(outgoing: Outgoing[]): Said[] {
    return outgoing.flatMap((one) => {
      if (one.type === "send") {
        const { text, by, ref } = one;
        return [{ words: text, by }, ...this.frame("cs", text, { client: "me", ref, by })];
      }
      return { words: one.type === "close" ? `close ${one.code} ${one.reason}` : one.type, by: null };
    });
  }

  private frame(from: "cp" | "cs", text: string, extra = {}): Said[] {
    this.seq += 1;
    const { epoch, seq, now: at } = this;
    return this.relay(
      this.central.hear({ type: "frame", epoch, seq, at, from, text, ...extra }, parseFrame(text), this.now),
    );
  }
}
