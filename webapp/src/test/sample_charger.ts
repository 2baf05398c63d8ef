import type { Charger, Command, Connector, Measured, Source } from "../live/contract";

const now = Date.now();
const minute = 60_000;

/** An invented 1.6 charger in the middle of a day. */
export function sampleCharger(identity: string): Charger {
  return {
    identity,
    presence: { kind: "online", since: now - 134 * minute },
    relay: { kind: "open" },
    catchingUp: false,
    clockOffset: 0,
    busLostAt: null,
    contested: false,
    connection: {
      epoch: "5b1e",
      at: now - 134 * minute,
      version: "ocpp1.6",
      offered: ["ocpp1.6"],
      flags: [],
      remote: "192.168.4.31",
      headers: {},
    },
    role: {
      mine: "answering",
      holder: { client: "tab-1", name: "Chrome on bench-5", headless: false, since: now - 134 * minute, me: true },
      takenBy: null,
      cameBackAt: null,
    },
    facts: {
      vendor: "Voltaire",
      model: "V2 Duo 22",
      firmware: "4.7.1",
      serial: "VT2-220417",
      boot: "accepted",
      bootAt: now - 134 * minute,
      lastHeartbeatAt: now - 18_000,
      heartbeatSeconds: 60,
      clockSkewMs: 800,
      ourAnswerMs: 2.4,
      itsAnswerMs: 231,
      sources: {
        boot: source("BootNotification", 134 * minute, 1),
        heartbeat: source("Heartbeat", 18_000, 1270),
        clock: source("MeterValues", 10_000, 1275),
      },
    },
    connectors: [charging, available],
    lastFrameAt: now - 2000,
    framesPerMinute: 14,
    framesPerSecond: 0.2,
    counts: {
      frames: 1281,
      calls: 640,
      waiting: 1,
      held: 0,
      malformed: 1,
      late: 0,
      unanswered: 0,
      errors: 0,
      dropped: 0,
    },
    completeness: { kind: "complete", since: now - 134 * minute },
    commands,
    repeats: [],
    seen: { tags: ["04A1B2C3D4", "04FFEE0912"], keys: ["HeartbeatInterval"], components: [], variables: [] },
    holdBack: { kind: "turn", ahead: 2 },
    held: [],
    answers: { profile: null, seed: "4f2a91", hits: {}, defaultHits: 640, next: {} },
    refused: null,
  };
}

function source(action: string, ago: number, seq: number): Source {
  return { action, at: now - ago, epoch: "5b1e", seq };
}

function measured(measurand: string, phase: string | null, value: number, unit: string): Measured {
  const from = source("MeterValues", 10_000, 1275);
  return { measurand, phase, location: null, value, unit, at: now - 10_000, source: from };
}

const charging: Connector = {
  id: "1",
  label: "Connector 1",
  status: "Charging",
  error: null,
  at: now - 90 * minute,
  readings: [
    measured("Power.Active.Import", null, 7360, "W"),
    measured("SoC", null, 32, "Percent"),
    ...["L1", "L2", "L3"].map((phase) => measured("Current.Import", phase, 10.7, "A")),
    ...["L1", "L2", "L3"].map((phase) => measured("Voltage", phase, 229, "V")),
    { ...measured("Temperature", null, 31, "Celsius"), location: "Inlet" },
  ],
  transaction: {
    id: "4711",
    tag: "04A1B2C3D4",
    since: now - 90 * minute,
    meterStartWh: 18204,
    energyWh: 63,
    partial: false,
    source: source("StartTransaction", 90 * minute, 400),
  },
  source: source("StatusNotification", 90 * minute, 402),
};

const available: Connector = {
  id: "2",
  label: "Connector 2",
  status: "Available",
  error: null,
  at: now - 130 * minute,
  readings: [],
  transaction: null,
  source: source("StatusNotification", 130 * minute, 5),
};

const command = (id: string, action: string, summary: string, state: Command["state"]): Command => ({
  id,
  action,
  summary,
  text: "",
  at: now,
  row: null,
  mine: true,
  state,
});

const commands: Command[] = [
  command("3", "UnlockConnector", "Connector 2", { kind: "queued", ahead: 1, why: "turn" }),
  command("2", "ChangeAvailability", "Connector 2: Inoperative", {
    kind: "outstanding",
    since: now - 4200,
    timeoutMs: 30_000,
  }),
  command("1", "SetChargingProfile", "Connector 1: at most 16 A", {
    kind: "answered",
    words: "Accepted",
    good: true,
    ms: 212,
  }),
  command("0", "GetConfiguration", "all keys", { kind: "answered", words: "42 keys", good: true, ms: 340 }),
  command("r", "ReserveNow", "Connector 2", { kind: "answered", words: "NotSupported", good: false, ms: 88 }),
];
