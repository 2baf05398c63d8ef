import { expect, test } from "vitest";
import { replayCommand } from "./address";

test("a frame becomes one word of a shell's command, said under a name of its own", () => {
  const page = { protocol: "http:", hostname: "relay.lan", port: "8080" };
  expect(replayCommand(page, "CP1", "ocpp1.6", `[2,"a","Heartbeat",{"it's":1}]`)).toBe(
    `ocpp-relay emulate --url ws://relay.lan:8080/ocpp --identity CP1-replay --say '[2,"a","Heartbeat",{"it'\\''s":1}]'`,
  );
});

test("it speaks the version in which the frame was said", () => {
  const page = { protocol: "http:", hostname: "localhost", port: "9000" };
  expect(replayCommand(page, "CP1", "ocpp2.0.1", "x")).toBe(
    "ocpp-relay emulate --identity CP1-replay --version 2.0.1 --say x",
  );
});
