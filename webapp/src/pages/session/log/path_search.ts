import { type Frame, parseFrame } from "../../../engine/frame";
import { type Json, numberOf, wordOf } from "../../../engine/json";
import { holdsAt, parsePath, pathAdvice } from "../../../responder/json_path";
import { logWords } from "../../../words/log";

/** What was typed into the search, when it begins with `$`: a question to payloads, or why it is none. */
export type PathSearch = { fits: (text: string) => boolean } | { fault: string };

const question = /^(\$[^=!<>]*?)\s*(?:(!=|>=|<=|=|>|<)\s*(.*))?$/s;

type Sign = "=" | "!=" | ">" | "<" | ">=" | "<=";

/** `$.idTag = 04A1`, `$.meterValue[*].sampledValue[*].value > 7000`; a path alone asks whether something is there. */
export function pathSearch(typed: string): PathSearch {
  const [, path = "", sign, value = ""] = question.exec(typed.trim()) ?? [];
  const steps = parsePath(path);
  if (steps === undefined || path === "") return { fault: `${logWords.path.wrong} ${pathAdvice}` };
  if (sign !== undefined && value === "") return { fault: logWords.path.noValue(sign) };
  const holds = sign === undefined ? () => true : comparison(sign as Sign, unquoted(value));
  // Most frames are told apart without reading them: the last key is not in their text.
  const key = steps.findLast((step) => typeof step === "string");
  const spelled = key === undefined ? null : JSON.stringify(key);
  return {
    fits(text) {
      if (spelled !== null && !text.includes(spelled) && !text.includes("\\") && !errorKeys.has(spelled)) return false;
      const payload = payloadOf(parseFrame(text));
      return payload !== undefined && holdsAt(payload, steps, holds);
    },
  };
}

/** A CALLERROR has no payload; its parts are asked for by the standard's names. */
const errorKeys = new Set(['"errorCode"', '"errorDescription"', '"errorDetails"']);

function payloadOf(frame: Frame): Json | undefined {
  switch (frame.kind) {
    case "call":
    case "send":
    case "result":
      return frame.payload;
    case "error":
    case "result-error":
      return { errorCode: frame.code, errorDescription: frame.description, errorDetails: frame.details };
    case "malformed":
      return undefined;
  }
}

function comparison(sign: Sign, value: string): (there: Json) => boolean {
  const number = numberOf(value);
  const lower = value.toLowerCase();
  // Many texts of OCPP are the same in any case, tags among them.
  const same = (there: Json) => {
    const word = wordOf(there) ?? JSON.stringify(there);
    return word.toLowerCase() === lower || (number !== undefined && numberOf(there) === number);
  };
  if (sign === "=") return same;
  if (sign === "!=") return (there) => !same(there);
  return (there) => {
    const other = numberOf(there);
    // Times in ISO 8601 stand in the order of their letters.
    const order = number !== undefined ? (other ?? NaN) - number : (wordOf(there)?.localeCompare(value, "en") ?? NaN);
    return sign === ">" ? order > 0 : sign === "<" ? order < 0 : sign === ">=" ? order >= 0 : order <= 0;
  };
}

/** `"04A1"` means the same as `04A1`. */
function unquoted(value: string): string {
  const quoted = /^"(.*)"$|^'(.*)'$/s.exec(value.trim());
  return quoted?.[1] ?? quoted?.[2] ?? value.trim();
}
