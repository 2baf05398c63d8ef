import type { Reply } from "../responder/reply";
import type { Fault } from "../responder/rule";
import { errorText, resultText, type UniqueId } from "./frame";
import { never } from "./never";

/** A reply that says something. */
export type Spoken = Extract<Reply, { kind: "result" | "error" | "raw" }>;

/** The frames that a reply puts on the wire, in order; what is broken on purpose is broken here. */
export function framesOf(reply: Spoken, id: UniqueId): string[] {
  if (reply.kind === "raw") return [reply.text];
  const text = answerText(reply, reply.fault === "wrong unique id" ? otherId(id) : id);
  return reply.fault === undefined ? [text] : broken(text, reply.fault);
}

function answerText(reply: Exclude<Spoken, { kind: "raw" }>, id: UniqueId): string {
  if (reply.kind === "result") return resultText(id, reply.payload);
  return errorText(id, reply.code, reply.description, reply.details);
}

function broken(text: string, fault: Fault): string[] {
  switch (fault) {
    case "late":
    case "wrong unique id":
      return [text];
    case "twice":
      return [text, text];
    case "wrong message type":
      return [`[${unknownType}${text.slice("[3".length)}`];
    case "truncated":
      return [text.slice(0, halfOf(text))];
    case "empty":
      return [""];
    default:
      return never(fault);
  }
}

/** No version of OCPP has such a message type. */
const unknownType = 9;

/** Never in the middle of a character: the half must still be text. */
function halfOf(text: string): number {
  const half = Math.ceil(text.length / 2);
  return /[\ud800-\udbff]/.test(text.charAt(half - 1)) ? half - 1 : half;
}

/** Still an id as the standard allows it: at most 36 characters. */
function otherId({ shown }: UniqueId): UniqueId {
  const other = `not-${shown}`.slice(0, 36);
  return { shown: other, json: JSON.stringify(other) };
}
