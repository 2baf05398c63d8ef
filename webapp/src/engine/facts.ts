import type { Boot, Facts as FactsView } from "./view";
import type { Frame } from "./frame";
import { at, type Json, listOf, numberOf, wordOf } from "./json";
import type { OpenCall } from "./pairing";
import { sourceOf } from "./source";
import { instant } from "./summary/moments";

/** What the charger told about itself, from its frames alone. */
export class Facts {
  private facts: FactsView = {
    vendor: null,
    model: null,
    firmware: null,
    serial: null,
    boot: "unknown",
    bootAt: null,
    lastHeartbeatAt: null,
    heartbeatSeconds: null,
    clockSkewMs: null,
    ourAnswerMs: null,
    itsAnswerMs: null,
    sources: { boot: null, heartbeat: null, clock: null },
  };
  private readonly ours = new Mean();
  private readonly its = new Mean();

  get view(): FactsView {
    return this.facts;
  }

  call(call: OpenCall): void {
    if (call.from === "cs") return;
    const { action, payload } = call.frame;
    const { sources } = this.facts;
    const source = sourceOf(call);
    if (action === "BootNotification") {
      const told = { boot: "unanswered", bootAt: call.at, sources: { ...sources, boot: source } } as const;
      this.learn({ ...nameplate(payload), ...told });
    }
    if (action === "Heartbeat") this.learn({ lastHeartbeatAt: call.at, sources: { ...sources, heartbeat: source } });
    const sent = at(payload, "offline") === true ? undefined : timestampOf(payload);
    if (sent !== undefined) this.learn({ clockSkewMs: sent - call.at, sources: { ...sources, clock: source } });
  }

  answer(call: OpenCall, answer: Frame, at: number): void {
    const mean = call.from === "cp" ? this.ours : this.its;
    mean.add(at - call.at);
    this.learn(call.from === "cp" ? { ourAnswerMs: mean.value } : { itsAnswerMs: mean.value });
    if (call.from === "cp" && call.frame.action === "BootNotification") this.booted(answer);
  }

  private booted(answer: Frame): void {
    if (answer.kind !== "result") {
      this.learn({ boot: "rejected" });
      return;
    }
    const boot = boots[wordOf(at(answer.payload, "status")) ?? ""] ?? "rejected";
    const seconds = numberOf(at(answer.payload, "interval"));
    this.learn({
      boot,
      ...(boot === "accepted" && seconds !== undefined && seconds > 0 ? { heartbeatSeconds: seconds } : {}),
    });
  }

  private learn(news: Partial<FactsView>): void {
    this.facts = { ...this.facts, ...news };
  }
}

export const boots: Record<string, Boot> = { Accepted: "accepted", Pending: "pending", Rejected: "rejected" };

function nameplate(payload: Json): Partial<FactsView> {
  const station = at(payload, "chargingStation");
  const word = (json: Json | undefined, key: string): string | null => wordOf(at(json, key)) ?? null;
  if (station === undefined)
    return {
      vendor: word(payload, "chargePointVendor"),
      model: word(payload, "chargePointModel"),
      firmware: word(payload, "firmwareVersion"),
      serial: word(payload, "chargePointSerialNumber") ?? word(payload, "chargeBoxSerialNumber"),
    };
  return {
    vendor: word(station, "vendorName"),
    model: word(station, "model"),
    firmware: word(station, "firmwareVersion"),
    serial: word(station, "serialNumber"),
  };
}

/** The newest time that a payload names as its own. */
function timestampOf(payload: Json): number | undefined {
  const sent = wordOf(at(payload, "timestamp")) ?? wordOf(at(listOf(at(payload, "meterValue")).at(-1), "timestamp"));
  return sent === undefined ? undefined : instant(sent);
}

class Mean {
  private sum = 0;
  private count = 0;

  add(value: number): void {
    this.sum += value;
    this.count += 1;
  }

  get value(): number {
    return this.sum / this.count;
  }
}
