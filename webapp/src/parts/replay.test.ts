import { expect, test } from "vitest";
import { replayCommand } from "./address";

test("a frame becomes one word of a shell's command, said under a name of its own", () => {
  const page = { protocol: "http:", hostname: "relay.lan", port: "8080" };
  expect(replayCommand(page, "CP1", `[2,"a","Heartbeat",{"it's":1}]`)).toBe(
    `ocpp-relay emulate --url ws://relay.lan:8080/ocpp --identity CP1-replay --say '[2,"a","Heartbeat",{"it'\\''s":1}]'`,
  );
});
