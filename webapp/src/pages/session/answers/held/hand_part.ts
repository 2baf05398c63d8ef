import { usualReply } from "../../../../responder/default_answers";
import type { HeldCall } from "../../../../live/contract";
import type { CannedReply } from "../../../../responder/rule";
import { withDelay, withFault } from "../reply_extras";

/** What a person answers with: a result, an error, or one of them broken on purpose. */
export type Part = "result" | "error" | "fault";

export function partOf(reply: CannedReply): Part {
  if (reply.kind !== "result" && reply.kind !== "error") return "fault";
  return reply.fault !== undefined || reply.delay !== undefined ? "fault" : reply.kind;
}

export function otherPart(reply: CannedReply, part: Part, call: HeldCall): CannedReply {
  if (part === "error") {
    return reply.kind === "error"
      ? plain(reply)
      : { kind: "error", code: "InternalError", description: "", details: {} };
  }
  const result = reply.kind === "result" ? reply : suggested(call);
  if (part === "result") return plain(result);
  const broken = reply.kind === "error" ? reply : result;
  return broken.kind === "result" || broken.kind === "error" ? { fault: "late", ...broken } : broken;
}

function plain(reply: CannedReply): CannedReply {
  return withFault(withDelay(reply, undefined), undefined);
}

function suggested({ suggestion, version, action, payload }: HeldCall): CannedReply {
  if (suggestion.reply.kind === "result") return suggestion.reply;
  const usual = usualReply(version, { action, payload });
  return usual.kind === "result" ? usual : { kind: "result", payload: {} };
}
