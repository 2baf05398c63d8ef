import { never } from "../engine/never";
import type { Dice } from "./dice";
import type { Reply } from "./reply";
import type { CannedReply, Delay } from "./rule";
import { compileTemplate, compileWords, type Scope } from "./template";

/** Everything a person may write down, apart from what depends on the other rules: "ask me", and the default answer. */
type Canned = (scope: Scope) => Exclude<Reply, { kind: "ask" }>;

const compiled = new WeakMap<CannedReply, Canned>();

/** Fills in a reply; what is read from it once is kept as long as it is. */
export function fillReply(reply: CannedReply, scope: Scope): Exclude<Reply, { kind: "ask" }> {
  let filler = compiled.get(reply);
  if (filler === undefined) compiled.set(reply, (filler = compile(reply)));
  return filler(scope);
}

function compile(reply: CannedReply): Canned {
  const { delay, fault } = reply;
  const broken = fault === undefined ? {} : { fault };
  const afterMs = ({ dice }: Scope): number => drawn(delay, dice);
  switch (reply.kind) {
    case "result": {
      const payload = compileTemplate(reply.payload);
      return (scope) => ({ kind: "result", afterMs: afterMs(scope), payload: payload(scope), ...broken });
    }
    case "error": {
      const { code } = reply;
      const [description, details] = [compileWords(reply.description), compileTemplate(reply.details)];
      return (scope) => ({
        kind: "error",
        afterMs: afterMs(scope),
        code,
        description: description(scope),
        details: details(scope),
        ...broken,
      });
    }
    case "default":
    case "ask":
    case "silence":
      return () => ({ kind: "silence" });
    case "close": {
      const { code } = reply;
      const reason = compileWords(reply.reason);
      return (scope) => ({ kind: "close", afterMs: afterMs(scope), code, reason: reason(scope) });
    }
    case "cut":
      return (scope) => ({ kind: "cut", afterMs: afterMs(scope) });
    case "raw": {
      const text = compileWords(reply.text);
      return (scope) => ({ kind: "raw", afterMs: afterMs(scope), text: text(scope) });
    }
    default:
      return never(reply);
  }
}

function drawn(delay: Delay | undefined, dice: Dice): number {
  if (delay === undefined) return 0;
  return delay.kind === "fixed" ? delay.ms : dice.whole(delay.fromMs, delay.toMs);
}
