import type { AnsweredBy, Lobby, LobbyCharger } from "../live/contract";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Who is connected and who was turned away, invented. */
export function sampleLobby(now: number): Lobby {
  const charger = (
    identity: string,
    make: string | null,
    version: string,
    online: number,
    last: number,
    rate: number,
    by: AnsweredBy["kind"],
  ): LobbyCharger => ({
    identity,
    epoch: identity,
    since: now - online,
    version,
    flags: make === null ? ["no-subprotocol"] : [],
    remote: "192.168.4.31",
    lastAt: now - last,
    framesPerMinute: rate,
    vendor: make?.split(" ")[0] ?? null,
    model: make?.split(" ").slice(1).join(" ") ?? null,
    answeredBy: by === "this-tab" || by === "nobody" ? { kind: by } : { kind: by, name: "Firefox on bench-2" },
    held: identity === "DEPOT-07" ? 1 : 0,
    left: null,
  });
  return {
    heard: true,
    clockOffset: 0,
    chargers: [
      charger("BER-GARAGE-01", "Voltaire V2 Duo 22", "ocpp1.6", 134 * minute, 2000, 14, "this-tab"),
      charger("DEPOT-07", "Northgrid HPC-150", "ocpp2.0.1", 6 * day + 3 * hour, 1000, 62, "this-tab"),
      charger("DEPOT-08", "Northgrid HPC-150", "ocpp2.0.1", 6 * day + 3 * hour, 9000, 58, "headless"),
      charger("CP1", "Emulator", "ocpp1.6", 3 * minute, 41_000, 4, "nobody"),
      charger("Hof 4 links", null, "ocpp1.6", 18_000, 18_000, 1, "another-tab"),
    ],
    knocks: [
      knock(
        "1",
        now - 3 * minute,
        "/ocpp/",
        "No identity in the address",
        "The charger called without a name. Add one: /ocpp/CP1.",
        1,
      ),
      knock(
        "2",
        now - 12 * minute,
        "/ocpp/LAB-2X",
        "It speaks SOAP, not JSON",
        "It sent an HTTP POST, which is OCPP over SOAP. Choose “OCPP-J” or “JSON” in its settings.",
        1,
      ),
      knock(
        "3",
        now - 40 * minute,
        "TLS hello on port 9000",
        "TLS on a plain port",
        "The charger tried wss://. Give it the ws:// address.",
        14,
      ),
    ],
  };
}

function knock(id: string, at: number, path: string, reason: string, advice: string, times: number) {
  return { id, at, since: at - 600_000, times, remote: "192.168.4.77", path, offered: ["ocpp1.6"], reason, advice };
}
