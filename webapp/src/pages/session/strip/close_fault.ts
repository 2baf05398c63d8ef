import { sessionWords } from "../../../words/session";

/** Why the relay would not send this goodbye; null when it would. */
export function closeFault(code: number, reason: string): string | null {
  // RFC 6455, sections 7.4 and 5.5: what an endpoint may say, in a control frame of at most 125 bytes.
  if (!(code === 1000 || code === 1001 || (code >= 3000 && code <= 4999))) return sessionWords.closing.wrongCode;
  if (new TextEncoder().encode(reason).length > 123) return sessionWords.closing.tooLong;
  return null;
}
