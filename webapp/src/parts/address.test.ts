import { expect, test } from "vitest";
import { adviceOn, type ChargerAddress, chargerAddresses, emulatorCommand, withoutIdentity, written } from "./address";

const plain = { protocol: "http:", hostname: "relay.lan", port: "9000" };
const secure = { protocol: "https:", hostname: "relay.example", port: "" };

const spelled = (...given: Parameters<typeof chargerAddresses>) =>
  chargerAddresses(...given).map((one) => written(one, "CP1"));

test("a page on a port of its own offers that port with both schemes", () => {
  expect(spelled(plain)).toEqual(["ws://relay.lan:9000/ocpp/CP1", "wss://relay.lan:9000/ocpp/CP1"]);
  expect(chargerAddresses(plain).map((one) => one.note)).toEqual([
    "what this page uses",
    "needs a certificate in front of the relay",
  ]);
});

test("a page behind TLS offers wss first, and plain on port 80", () => {
  expect(spelled(secure)).toEqual(["wss://relay.example/ocpp/CP1", "ws://relay.example/ocpp/CP1"]);
  expect(chargerAddresses(secure)[1]?.note).toBe("plain, for chargers without TLS; port 80");
});

test("published addresses win over the page's own", () => {
  expect(spelled(secure, { ws: "ws://plain.example:8080/ocpp", wss: null })).toEqual([
    "wss://relay.example/ocpp/CP1",
    "ws://plain.example:8080/ocpp/CP1",
  ]);
});

test("a name is encoded once; a charger that adds it itself gets the address without it", () => {
  const first = chargerAddresses(plain)[0] as ChargerAddress;
  expect(written(first, "Hof 4/links")).toBe("ws://relay.lan:9000/ocpp/Hof%204%2Flinks");
  expect(withoutIdentity(first)).toBe("ws://relay.lan:9000/ocpp");
});

test("the emulator's command names the address where it is not the emulator's own, and the name so that a shell takes it", () => {
  const local = { protocol: "http:", hostname: "localhost", port: "9000" };
  expect(emulatorCommand(local)).toBe("ocpp-relay emulate");
  expect(emulatorCommand(local, "CP 1's")).toBe("ocpp-relay emulate --identity 'CP 1'\\''s'");
  expect(emulatorCommand({ ...local, port: "9200" }, "CP1")).toBe(
    "ocpp-relay emulate --url ws://localhost:9200/ocpp --identity CP1",
  );
  expect(emulatorCommand({ protocol: "https:", hostname: "relay.lan", port: "" })).toBe(
    "ocpp-relay emulate --url wss://relay.lan/ocpp",
  );
});

test("names that 2.x does not allow get advice", () => {
  expect(adviceOn("BER-GARAGE-01")).toBeNull();
  expect(adviceOn("a:b")).toMatch(/colon/i);
  expect(adviceOn("x".repeat(49))).toMatch(/48/);
  expect(adviceOn("ü".repeat(200))).toMatch(/255 bytes/);
});
