import { never } from "../engine/never";
import type { HoldBack, Repeat } from "../live/contract";
import { setSpan } from "../parts/format";

/** How long something is told: "30 s", "500 ms". */
const span = setSpan;

/** Everything that the Commands region says. */
export const commandWords = {
  title: "Commands",
  coming: "One moment…",
  find: "Find a command",
  box: "Send a command",
  boxWatching: "Take over to send commands",
  boxAbsent: "Prepare a command",
  list: "Commands of this version",
  favourites: "Favourites",
  noFavourites: "Star a command to keep it here.",
  otherVersions: "Other versions",
  any: "Any other action",
  raw: "Raw frame, as typed",
  anyOf: "Any other action:",
  noneFound: "No command of this name. Enter sends it as any other action.",
  chooseOne: "Choose a command, or press C and type its name.",
  preset: "Start from a preset",
  back: "Back",
  away: "Put the draft away",
  payload: "Payload",
  actionName: "Action",
  rawText: "Text",
  rawNote: "Sent byte for byte. OCPP 2.1 knows SEND, but from the charge point only; here it is yours to try.",
  notJson: "Not JSON. It will be sent as it stands.",
  send: "Send",
  sendRaw: "Send raw",
  sendAsRaw: "Send as raw text",
  sendAnyway: "Send anyway",
  whenItComes: "Send when it comes",
  once: "Once",
  times: "Times",
  every: "Every, in seconds",
  repeatName: (words: string) => `How often: ${words}`,
  repeated: (times: number, everyMs: number) => `${times} × every ${span(everyMs)}`,
  timeout: (ms: number) => `Time-out ${span(ms)}`,
  timeoutSeconds: "Time-out in seconds",
  timeoutDefault: (ms: number) => `As in the settings, ${span(ms)}`,
  timeoutHint: "After it the next command goes out; an answer that comes later is shown as late.",
  stop: "Stop",
  forget: "Forget it",
  table: "Sent and queued",
  answer: "Answer",
  time: "Time",
  actions: "Again, keep, cancel",
  nothing: "Nothing sent yet. Press C, type reset, press Enter.",
  outstanding: "Outstanding",
  next: "Next",
  earlier: "Earlier",
  rawFrame: "Raw frame",
  anyway: "Anyway",
  cancel: (name: string) => `Cancel ${name}`,
  fill: (name: string) => `Fill the draft with ${name}`,
  again: (name: string) => `Send ${name} again`,
  keep: (name: string) => `Keep ${name} as a favourite`,
  kept: (name: string) => `${name} is a favourite`,
  name: "Name",
  save: "Save",
  remove: "Remove",
  repeatedOf: (name: string, sent: number, times: number) => `${name}, ${sent} of ${times}`,
  runningOn: (connector: string) => `running on ${connector}`,
  /** What became of a command. */
  outcome: {
    queued: "queued",
    sending: "going out",
    outstanding: (waited: string, timeout: string) => `${waited} of ${timeout}`,
    waiting: (waited: string, timeout: string) => `waiting ${waited} of ${timeout}`,
    answeredIn: (time: string) => `in ${time}`,
    noAnswer: (time: string) => `no answer in ${time}`,
    late: (time: string) => `came ${time} late`,
    lateSaid: (time: string, words: string) => `· came ${time} late: ${words}`,
    sent: "sent",
    untilBooted: "held back until it has booted",
    untilItConnects: "goes out when it connects",
    untilAnswering: "waits until this tab answers",
    next: "queued, next",
    ahead: (ahead: number) => `queued, ${ahead} ahead`,
  },
} as const;

/** What will happen on Send. */
export function sendWords(hold: HoldBack | null, identity: string, reachable = true, whenItComes = false): string {
  if (!reachable) return "This browser lost the relay. You can prepare commands.";
  if (hold === null) return "Goes out at once.";
  switch (hold.kind) {
    case "watching":
      return "You are watching. Take over first.";
    case "absent":
      return whenItComes
        ? `${identity} is not connected; it goes out when it comes.`
        : `${identity} is not connected. You can prepare commands.`;
    case "boot":
      return "Held back until BootNotification is accepted. Some chargers restart if asked earlier.";
    case "turn":
      return hold.ahead === 1
        ? "Waits its turn: 1 command is ahead."
        : `Waits its turn: ${hold.ahead} commands are ahead.`;
    default:
      return never(hold);
  }
}

/** "3 of 10, every 5 s" and, where it ended early, why. */
export function repeatWords({ sent, times, everyMs, end }: Repeat): string {
  const count = `${sent} of ${times}`;
  switch (end) {
    case null:
      return `${count}, every ${span(everyMs)}`;
    case "done":
      return `all ${times} are on their way`;
    case "hand":
      return `stopped after ${count}`;
    case "role":
      return `stopped after ${count}: this tab no longer answers`;
    case "left":
      return `stopped after ${count}: the charger left`;
    case "lost":
      return `stopped after ${count}: this browser lost the relay`;
    case "refused":
      return `stopped after ${count}: the relay refused one`;
    default:
      return never(end);
  }
}

/** What a command does that one may not expect; it is sent all the same. */
export function warningOf(action: string, type: string | undefined): string | null {
  switch (action) {
    case "Reset":
      if (type === "Hard") return "Restarts the charger as if its power had failed: transactions end, and may be lost.";
      return type === "Immediate" ? "Ends running transactions, then restarts the charger." : null;
    case "UpdateFirmware":
    case "SignedUpdateFirmware":
      return "Replaces the charger's software. It restarts, and a wrong file can leave it dead.";
    case "InstallCertificate":
      return "The charger trusts this certificate from then on; a wrong one can lock it out.";
    case "ClearCache":
      return "Known tokens are forgotten: without a connection nobody may charge until they are seen again.";
    default:
      return null;
  }
}
