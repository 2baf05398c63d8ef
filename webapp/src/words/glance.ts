import { clockSeconds, counted, figure, moment, quantity, type Zone } from "../parts/format";

/** What stands on the page "Charge point at a glance". */
export const glanceWords = {
  unknown: "–",
  loading: "Opening the page…",
  notReported: "Connectors not reported yet.",
  since: (at: number, now: number, zone: Zone) => `since ${moment(at, now, zone)}`,
  asOf: (at: number, now: number, zone: Zone) => `as of ${moment(at, now, zone)}`,
  lastMeasured: (at: number, now: number, zone: Zone) => `last measured ${moment(at, now, zone)}`,
  source: (action: string, at: number, zone: Zone) => `from ${action}, ${clockSeconds(at, zone)}`,
  noError: "NoError",
  transaction: (id: string) => `Transaction ${id}`,
  tag: (tag: string) => `Tag ${tag}`,
  stop: "Stop",
  stopHint: "Opens the filled command; nothing is sent yet.",
  start: "Remote start",
  thisTransaction: "This transaction",
  sinceSeen: "Since first seen",
  last: (id: string, energyWh: number | null, ended: string | null, reason: string | null): string => {
    const energy = energyWh === null ? "" : `, ${quantity(energyWh / 1000, "kWh")}`;
    return `Last: transaction ${id}${energy}${ended === null ? "" : `, ended ${ended}`}${reason === null ? "" : ` by ${reason}`}`;
  },
  phases: (carrying: number, phases: number) =>
    carrying === phases ? `${phases} phases` : `${carrying} of ${phases} phases`,
} as const;

/** What a figure on a card is. */
export const figureNames: Record<string, string> = {
  "Power.Active.Import": "Power",
  "Power.Active.Export": "Power, export",
  "Current.Import": "Current",
  Voltage: "Voltage",
  SoC: "SoC",
  Temperature: "Temperature",
};

/** What a line of the chart is. */
export const seriesNames: Record<string, string> = {
  "Power.Active.Import": "Power",
  "Power.Active.Export": "Power out",
  "Power.Offered": "Power offered",
  "Energy.Active.Import.Register": "Energy",
  "Energy.Active.Export.Register": "Energy out",
  "Current.Import": "Current",
  "Current.Export": "Current out",
  "Current.Offered": "Current offered",
};

export const factWords = {
  title: "Facts",
  boot: "Boot",
  firmware: "Firmware",
  serial: "Serial",
  version: "Version",
  heartbeat: "Last heartbeat",
  clock: "Clock against relay",
  rate: "Frames a minute",
  ours: "Our answers",
  its: "Its answers",
  remote: "Remote",
  at: (time: string) => ` at ${time}`,
  every: (seconds: number) => `, interval ${seconds} s`,
  ago: (age: string) => `${age} ago`,
  average: (time: string) => `${time} on average`,
  bootStates: { unanswered: "Not answered", accepted: "Accepted", pending: "Pending", rejected: "Rejected" },
} as const;

export const transactionWords = {
  title: "Transactions",
  none: "No transaction seen yet.",
  heads: ["Id", "Connector", "Tag", "Start", "Stop", "Duration", "Energy", "Reason"],
  evseHeads: ["Id", "EVSE", "Tag", "Start", "Stop", "Duration", "Energy", "Reason"],
  running: "running",
  lost: "not told",
  lostSays: "It is over, but no message told how it ended.",
  offline: "sent later",
  offlineSays: "The charger told of it after it had been offline.",
  atLeast: "Its beginning was not seen: counted from the first register.",
  show: (id: string) => `Show the frames of transaction ${id}`,
} as const;

export const chartWords = {
  title: "Meter values",
  none: "No meter values yet.",
  loading: "Drawing the chart…",
  range: "Span",
  quarter: "15 min",
  hour: "1 h",
  all: "All",
  png: "PNG",
  csv: "CSV",
  table: "Show as table",
  chart: "Show as chart",
  series: "Series",
  more: (hidden: number) => `${hidden} more`,
  hide: (name: string) => `Hide ${name}`,
  charger: "charger",
  label: (names: string) =>
    `Chart of ${names}. Left and right arrow read the values, Home and End go to the ends, plus and minus zoom.`,
  nothing: "No series chosen.",
  thinned: (at: string) => `Before ${at} only highs and lows are kept.`,
  time: "Time",
  newest: (shown: number, all: number) => (shown < all ? `the newest ${shown} of ${all} times` : counted(all, "time")),
  reading: (value: number | null | undefined, unit: string) => (value == null ? "–" : quantity(value, unit)),
  band: (id: string, energyWh: number | null) =>
    energyWh === null ? id : `${id} · ${figure(energyWh / 1000, "kWh")} kWh`,
} as const;

export const settingWords = {
  configuration: "Configuration",
  variables: "Variables",
  keys: (count: number, at: string) => `${counted(count, "key")}, read ${at}`,
  some: (count: number) => `${counted(count, "key")} seen`,
  read: "Read",
  readAll: "Read everything",
  notNow: "Not now",
  notRead: "Not read yet. Some chargers restart when asked for everything; you can ask for single keys.",
  single: "Single keys",
  singlePlaceholder: "HeartbeatInterval, …",
  singleVariables: "OCPPCommCtrlr.HeartbeatInterval, …",
  ask: "Ask",
  find: (variables: boolean) => (variables ? "Find a variable" : "Find a key"),
  noneFound: "No key fits.",
  locked: "read-only",
  edit: (name: string) => `Edit ${name}`,
  value: (name: string) => `Value of ${name}`,
  set: "Set",
  waiting: "asked…",
  queued: "waits its turn",
  restart: "after restart",
  accepted: "Accepted",
  refused: (words: string) => (words === "" ? "refused" : words),
  watching: "You are watching. Take over first.",
  absent: (identity: string) => `${identity} is not connected.`,
  unreachable: "This browser lost the relay.",
  readonly: "The charger says it cannot be changed.",
} as const;

export const logLineWords = {
  log: "Log",
  show: "Show log",
  hide: "Hide log",
  frames: (frames: number) => counted(frames, "frame"),
} as const;
