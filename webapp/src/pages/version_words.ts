import { shellWords } from "../words/shell";

/** "OCPP 1.6" for the subprotocol `ocpp1.6`. */
export function versionWords(subprotocol: string): string {
  return shellWords.version(shortVersion(subprotocol));
}

export function shortVersion(subprotocol: string): string {
  return subprotocol.replace(/^ocpp/i, "");
}
