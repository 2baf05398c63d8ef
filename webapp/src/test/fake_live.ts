import { PageStore } from "../live/page_store";
import type { Charger } from "../live/contract";
import type { Live } from "../live/start";
import { frameRow } from "./rows";
import { sampleCharger } from "./sample_charger";
import { sampleLobby } from "./sample_lobby";
import { sampleRows } from "./sample_rows";

/** A worker that knows three invented chargers and does what little can be done without a relay. */
export function fakeLive(): Live {
  const store = new PageStore();
  const identity = "BER-GARAGE-01";
  const rows = sampleRows();
  store.apply({
    relay: { kind: "open" },
    about: {
      version: "0.1.0",
      rooms: false,
      token: false,
      recorder: false,
      default_version: "ocpp1.6",
      local_only: new URLSearchParams(location.search).has("local"),
      public_ws: null,
      public_wss: null,
      limits: {
        keep_frames: 500,
        keep_bytes: 262144,
        max_frame: 1048576,
        max_backlog: 1048576,
        rate_frames: 1000,
        rate_bytes: 67108864,
      },
    },
    lobby: sampleLobby(Date.now()),
    open: [identity, "DEPOT-07", "LAB-2X"],
    known: [{ identity: "LAB-2X", vendor: null, model: null, seenAt: Date.now() - 90_000_000 }],
    chargers: [sampleCharger(identity), sampleCharger("DEPOT-07"), { ...sampleCharger("LAB-2X"), ...absent }],
    logs: [{ identity, reset: true, first: 0, kept: 0, appended: rows, patches: [] }],
  });
  let end = rows.length;
  // From the browser's console: so many frames more.
  Object.assign(window, {
    pour(frames: number) {
      const appended = Array.from({ length: frames }, (_, at) =>
        frameRow(end + at, { at: Date.now(), summary: "Connector 1: Charging" }),
      );
      end += frames;
      store.apply({ logs: [{ identity, reset: false, first: 0, kept: 0, appended, patches: [] }] });
    },
  });
  return {
    store,
    ask(request) {
      const charger = "identity" in request ? store.charger(request.identity) : undefined;
      if (charger === undefined) return;
      if (request.kind === "release")
        store.apply({ chargers: [{ ...charger, role: { ...charger.role, mine: "watching", holder: another } }] });
      if (request.kind === "claim") store.apply({ chargers: [{ ...charger, role: sampleCharger(identity).role }] });
    },
  };
}

const another = {
  client: "tab-2",
  name: "Firefox on bench-2",
  headless: false,
  since: Date.now() - 2_300_000,
  me: false,
};

const absent = {
  presence: { kind: "absent", seenBefore: false },
  connection: null,
  lastFrameAt: null,
  connectors: [],
  commands: [],
  holdBack: { kind: "absent" },
  counts: { frames: 0, calls: 0, waiting: 0, held: 0, malformed: 0, late: 0, unanswered: 0, errors: 0, dropped: 0 },
} satisfies Partial<Charger>;
