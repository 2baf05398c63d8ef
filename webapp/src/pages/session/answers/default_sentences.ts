import type { Json } from "../../../engine/json";
import { defaultAnswers } from "../../../responder/default_answers";

/** What a call gets unless somebody says otherwise: "When {action} {arrives}, answer {answer}". */
export interface DefaultSentence {
  action: string;
  arrives: string;
  answer: string;
}

export function defaultSentences(version: string): DefaultSentence[] {
  return defaultAnswers(version)
    .map(({ action, has, reply }) => ({
      action,
      arrives: has === undefined ? "arrives" : `arrives with ${has}`,
      answer:
        reply.kind === "result" ? said(reply.payload) : reply.kind === "error" ? `error ${reply.code}` : reply.kind,
    }))
    .sort((one, other) => one.action.localeCompare(other.action));
}

/** A payload in a few words; its own spelling where it has no words yet. */
function said(payload: Json): string {
  if (payload === null || typeof payload !== "object" || Array.isArray(payload)) return JSON.stringify(payload);
  const { status, interval, currentTime, transactionId, idTagInfo, idTokenInfo } = payload;
  const words = [
    word(status) ?? inner(idTagInfo) ?? inner(idTokenInfo),
    typeof interval === "number" ? `every ${interval} s` : null,
    transactionId === undefined ? null : "with the next transaction id",
    currentTime !== undefined && status === undefined ? "the current time" : null,
  ].filter((part) => part !== null);
  return words.length === 0 ? JSON.stringify(payload) : words.join(", ");
}

function word(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function inner(info: Json | undefined): string | null {
  return info !== null && typeof info === "object" && !Array.isArray(info) ? word(info.status) : null;
}
