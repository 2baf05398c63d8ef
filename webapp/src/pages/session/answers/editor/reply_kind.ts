import { never } from "../../../../engine/never";
import { usualReply } from "../../../../responder/default_answers";
import type { CannedReply } from "../../../../responder/rule";
import { isObject, type Json } from "../../../../engine/json";
import { answersWords } from "../../../../words/answers";

export type Kind = CannedReply["kind"];

/** Another kind of reply to start from; the delay stays, a fault only where it can be made. */
export function otherKind(reply: CannedReply, kind: Kind, action: string | undefined, version: string): CannedReply {
  const { delay, fault } = reply;
  const later = delay === undefined ? {} : { delay };
  const broken = fault === undefined ? {} : { fault };
  switch (kind) {
    case "result":
      return { kind, payload: usualPayload(action, version), ...later, ...broken };
    case "error":
      return { kind, code: "InternalError", description: "", details: {}, ...later, ...broken };
    case "ask":
    case "silence":
      return { kind };
    case "default":
      return { kind, ...later, ...broken };
    case "close":
      return { kind, code: 1001, reason: "", ...later };
    case "cut":
      return { kind, ...later };
    case "raw":
      return { kind, text: '[3,"{{uniqueId}}",{}]', ...later };
    default:
      return never(kind);
  }
}

function usualPayload(action: string | undefined, version: string): Json {
  const usual = action === undefined ? undefined : usualReply(version, { action, payload: {} });
  return usual?.kind === "result" ? usual.payload : {};
}

/** What a folded step says of its reply: the word that matters, and the rest. */
export function replyWords(reply: CannedReply): { bold: string; rest: string } {
  switch (reply.kind) {
    case "result":
      return resultWords(reply.payload);
    case "error":
      return { bold: reply.code, rest: reply.description };
    case "close":
      return { bold: answersWords.gist.close(reply.code), rest: reply.reason };
    case "raw":
      return { bold: "", rest: reply.text.slice(0, 80) };
    case "default":
      return { bold: answersWords.gist.default, rest: "" };
    case "ask":
      return { bold: answersWords.gist.ask, rest: "" };
    case "silence":
      return { bold: answersWords.gist.silence, rest: "" };
    case "cut":
      return { bold: answersWords.gist.cut, rest: "" };
    default:
      return never(reply);
  }
}

function resultWords(payload: Json): { bold: string; rest: string } {
  if (!isObject(payload)) return { bold: "", rest: JSON.stringify(payload) };
  const fields = Object.entries(payload);
  if (fields.length === 0) return { bold: "", rest: "{}" };
  const status = fields.find(([key, value]) => key === "status" && typeof value === "string")?.[1];
  const others = fields.filter(([key]) => key !== "status" || status === undefined);
  return {
    bold: typeof status === "string" ? status : "",
    rest: others.map(([key, value]) => fieldWords(key, value)).join(" · "),
  };
}

function fieldWords(key: string, value: Json): string {
  if (value === "{{now}}") return answersWords.gist.now;
  if (isObject(value) && typeof value.status === "string") return `${key} ${value.status}`;
  return `${key} ${typeof value === "string" ? value : JSON.stringify(value)}`;
}
