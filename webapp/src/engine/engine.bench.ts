import { bench, describe } from "vitest";
import { RulesInUse } from "../responder/rules_in_use";
import { CentralSystem } from "./central_system";
import type { FrameEnvelope, Opened } from "./envelope";
import { parseFrame } from "./frame";
import { FrameLog } from "./frame_log";
import { noon } from "./testing/script";

const payload =
  '{"connectorId":1,"transactionId":4711,"meterValue":[{"timestamp":"2026-11-20T12:00:00Z","sampledValue":[{"value":"18267"},{"value":"7360","measurand":"Power.Active.Import","unit":"W"},{"value":"32","measurand":"SoC","unit":"Percent"}]}]}';
const opened: Opened = {
  type: "opened",
  epoch: "e1",
  at: noon,
  version: "ocpp1.6",
  offered: [],
  flags: [],
  remote: "",
  headers: {},
};
const settings = { callTimeoutMs: 30_000, askFallbackMs: 25_000, chargerTimeoutMs: 30_000 };
const each = 1000;

describe(`${each} calls of MeterValues and their answers`, () => {
  const central = new CentralSystem("CP1", "me", new RulesInUse(0), settings, "r");
  central.hear(opened, null, noon);
  central.hear({ type: "role", holder: "me", name: null, role: "answer", epoch: "e1", seq: 0, at: noon }, null, noon);
  const log = new FrameLog("me", { callTimeoutMs: 30_000, chargerTimeoutMs: 30_000 }, 200_000);
  log.opened(opened);
  let seq = 0;

  function envelope(from: "cp" | "cs", text: string): FrameEnvelope {
    seq += 1;
    return {
      type: "frame",
      epoch: "e1",
      seq,
      at: noon + seq,
      from,
      text,
      ...(from === "cs" ? { client: "me", by: "default" } : {}),
    };
  }

  bench("answering alone", () => {
    for (let count = 0; count < each; count += 1) {
      const text = `[2,"${seq}","MeterValues",${payload}]`;
      const call = envelope("cp", text);
      for (const sent of central.hear(call, parseFrame(text), call.at)) {
        if (sent.type !== "send") continue;
        const receipt = { ...envelope("cs", sent.text), ref: sent.ref };
        central.hear(receipt, parseFrame(sent.text), receipt.at);
      }
    }
  });

  bench("logging alone", () => {
    for (let count = 0; count < each; count += 1) {
      const id = seq;
      const call = `[2,"${id}","MeterValues",${payload}]`;
      log.frame(envelope("cp", call), parseFrame(call));
      const answer = `[3,"${id}",{}]`;
      log.frame(envelope("cs", answer), parseFrame(answer));
    }
    log.take();
  });
});
