import { helpWords } from "../../words/help";

export type Trial =
  { kind: "idle" } | { kind: "dialling" } | { kind: "works"; version: string } | { kind: "failed"; words: string };

const patience = 8000;
const versions = ["ocpp1.6", "ocpp2.0.1", "ocpp2.1"];

/** Dials the charge point's route as a charger would, and hangs up. */
export function dial(address: string): Promise<Trial> {
  return new Promise((resolve) => {
    const socket = open(address);
    if (socket === null) {
      resolve({ kind: "failed", words: helpWords.tryHere.mayNot });
      return;
    }
    const late = setTimeout(() => end({ kind: "failed", words: helpWords.tryHere.noAnswer }), patience);
    const end = (trial: Trial) => {
      clearTimeout(late);
      socket.onopen = socket.onclose = null;
      socket.close(1000, "only a try");
      resolve(trial);
    };
    socket.onopen = () => end({ kind: "works", version: socket.protocol });
    socket.onclose = ({ code }) => end({ kind: "failed", words: helpWords.tryHere.refused(code) });
  });
}

/** A page on https may not dial ws, and says so by throwing. */
function open(address: string): WebSocket | null {
  try {
    return new WebSocket(address, versions);
  } catch {
    return null;
  }
}

export function tryName(): string {
  return `try-${Array.from(crypto.getRandomValues(new Uint8Array(2)), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
