import type { Call } from "../engine/frame";
import { at } from "../engine/json";
import { type DefaultAnswer, defaultAnswers } from "./default_answers";
import type { Answer, Context, Reply } from "./reply";
import { fill } from "./template";

/** The default answer to any call. What no version knows gets NotImplemented, as the standard demands. */
export function respond(call: Call, context: Context): Answer {
  const found = defaultAnswers(context.version).find((candidate) => fits(candidate, call));
  return { reply: found === undefined ? unknownAction : reply(found, call, context), by: "default" };
}

const unknownAction: Reply = {
  kind: "error",
  code: "NotImplemented",
  description: "Unknown action",
  details: {},
  afterMs: 0,
};

function fits({ action, has }: DefaultAnswer, call: Call): boolean {
  return action === call.action && (has === undefined || at(call.payload, has) !== undefined);
}

function reply({ answer }: DefaultAnswer, call: Call, context: Context): Reply {
  if ("payload" in answer) return { kind: "result", payload: fill(answer.payload, call, context), afterMs: 0 };
  return { kind: "error", code: answer.error, description: answer.description, details: {}, afterMs: 0 };
}
