import { PageStore } from "../live/page_store";
import type { Answers, Charger, HeldCall, Settings } from "../live/contract";
import type { Live } from "../live/start";
import { frameRow } from "./rows";
import { sampleAnswers, sampleHeld, sampleProfiles } from "./sample_answers";
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
      now: Date.now(),
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
  const url = new URLSearchParams(location.search);
  const held = url.has("held") ? sampleHeld() : [];
  const profiles = url.has("bare") ? [] : sampleProfiles;
  const answers = { ...sampleAnswers, profile: url.has("bare") ? null : (url.get("profile") ?? "boot") };
  store.apply({ profiles, settings, chargers: [withHeld(identity, answers, held)] });
  return {
    store,
    ask(request) {
      if (request.kind === "save-profile") {
        const others = store.profiles().filter(({ id }) => id !== request.id);
        const place = store.profiles().findIndex(({ id }) => id === request.id);
        const at = place < 0 ? others.length : place;
        const { id, profile } = request;
        setTimeout(() => store.apply({ profiles: [...others.slice(0, at), { id, profile }, ...others.slice(at)] }), 80);
      }
      if (request.kind === "delete-profile")
        store.apply({ profiles: store.profiles().filter(({ id }) => id !== request.id) });
      const charger = "identity" in request ? store.charger(request.identity) : undefined;
      if (charger === undefined) return;
      if (request.kind === "use-profile")
        store.apply({ chargers: [{ ...charger, answers: { ...charger.answers, profile: request.id } }] });
      if (request.kind === "seed")
        store.apply({ chargers: [{ ...charger, answers: { ...charger.answers, seed: request.seed } }] });
      if (request.kind === "pin")
        store.apply({ chargers: [{ ...charger, held: charger.held.map((call) => pinned(call, request)) }] });
      if (request.kind === "answer" || request.kind === "dismiss")
        store.apply({ chargers: [{ ...charger, held: charger.held.filter(({ seq }) => seq !== request.seq) }] });
      if (request.kind === "release")
        store.apply({ chargers: [{ ...charger, role: { ...charger.role, mine: "watching", holder: another } }] });
      if (request.kind === "claim") store.apply({ chargers: [{ ...charger, role: sampleCharger(identity).role }] });
    },
  };
}

function withHeld(identity: string, answers: Answers, held: HeldCall[]): Charger {
  const charger = sampleCharger(identity);
  return { ...charger, answers, held, counts: { ...charger.counts, held: held.length } };
}

function pinned(call: HeldCall, { seq, pinned: on }: { seq: number; pinned: boolean }): HeldCall {
  if (call.seq !== seq) return call;
  return { ...call, fallbackAt: on ? null : call.at + settings.askFallbackMs };
}

const settings: Settings = {
  framesKept: 200_000,
  callTimeoutMs: 30_000,
  chargerTimeoutMs: 30_000,
  askFallbackMs: 25_000,
};

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
