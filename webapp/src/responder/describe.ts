import type { Json } from "../engine/json";
import { isObject, wordOf } from "../engine/json";
import { never } from "../engine/never";
import { withUnit } from "../engine/summary/figures";
import { pathWords } from "./json_path";
import { ordinal } from "./plan";
import type { CannedReply, Condition, Delay, Fault, Plan, Rule, When } from "./rule";

/** A piece of a sentence. `call`: of what arrives; `reply`: of what goes back; both stand out. */
export interface Words {
  text: string;
  tone: "plain" | "call" | "reply";
}

/** One sentence: When BootNotification arrives and chargePointVendor is “Acme”, answer Pending, 2 times; then Accepted */
export function describe({ when, answer }: Pick<Rule, "when" | "answer">): Words[] {
  return joined([...whenWords(when), plain(", "), ...planWords(answer)]);
}

/** The sentence as text. */
export function sentence(rule: Pick<Rule, "when" | "answer">): string {
  return describe(rule)
    .map(({ text }) => text)
    .join("");
}

/** What a default says: When Heartbeat arrives, answer the current time */
export function describeDefault(action: string, has: string | undefined, reply: CannedReply): Words[] {
  const arrives = has === undefined ? [plain(" arrives, ")] : [plain(" arrives with "), call(has), plain(", ")];
  return joined([plain("When "), call(action), ...arrives, ...replyWords(reply)]);
}

// ---- when

function whenWords({ action, version, identity, booted, conditions, nth }: When): Words[] {
  return [
    plain("When "),
    ...(action === undefined ? [plain("any call")] : [call(action)]),
    plain(" arrives"),
    ...(identity === undefined ? [] : [plain(" from "), call(identity)]),
    ...(version === undefined ? [] : [plain(" speaking "), call(versionWords(version))]),
    ...(nth === undefined ? [] : [plain(` for the ${ordinal(nth)} time since it connected`)]),
    ...(booted === undefined ? [] : [plain(`${booted ? " after" : " before"} BootNotification is accepted`)]),
    ...conditions.flatMap((condition) => [plain(" and "), ...conditionWords(condition)]),
  ];
}

/** "OCPP 1.6" of "ocpp1.6", "OCPP 2.x" of "ocpp2*". */
export function versionWords(version: string): string {
  return version.replace(/^ocpp/i, "OCPP ").replace(/\.?\*/, ".x");
}

function conditionWords(condition: Condition): Words[] {
  const subject = call(pathWords(condition.path));
  switch (condition.test) {
    case "is":
    case "is not":
      return [subject, plain(` ${condition.test} `), call(quoted(condition.value))];
    case "matches":
      return [subject, plain(" matches "), call(cut(condition.value))];
    case "is one of":
    case "is not one of":
      return [subject, plain(` ${condition.test} `), ...listWords(condition.path, condition.value)];
    case "exists":
    case "does not exist":
      return [subject, plain(` ${condition.test}`)];
    case ">":
      return [subject, plain(" is greater than "), call(String(condition.value))];
    case "<":
      return [subject, plain(" is less than "), call(String(condition.value))];
    default:
      return never(condition);
  }
}

/** Two values stand there in full, more are counted. */
function listWords(path: string, values: readonly Json[]): Words[] {
  const [one, other] = values;
  if (one !== undefined && other !== undefined && values.length === 2)
    return [call(quoted(one)), plain(" and "), call(quoted(other))];
  if (one !== undefined && values.length === 1) return [call(quoted(one))];
  return [plain(`${values.length} ${/id(tag|token)\b/i.test(path) ? "tags" : "values"}`)];
}

// ---- answer

function planWords(plan: Plan): Words[] {
  switch (plan.mode) {
    case "always":
      return replyWords(plan.reply);
    case "random":
      return randomWords(plan.choices);
    case "sequence":
      return sequenceWords(plan);
    default:
      return never(plan);
  }
}

function randomWords(choices: Extract<Plan, { mode: "random" }>["choices"]): Words[] {
  const all = choices.reduce((sum, { weight }) => sum + weight, 0);
  const share = (weight: number): string => withUnit(String(Math.round((100 * weight) / (all || 1))), "%");
  const said = choices.map(({ weight, reply }) => [...replyWords(reply), plain(` (${share(weight)})`)]);
  return [plain("at random "), ...said.flatMap((words, index) => [...before(index, said.length), ...words])];
}

function before(index: number, count: number): Words[] {
  if (index === 0) return [];
  return [plain(index === count - 1 ? " or " : ", ")];
}

function sequenceWords({ steps, then }: Extract<Plan, { mode: "sequence" }>): Words[] {
  const words = steps.flatMap(({ times, reply }, index) => {
    const last = then === "repeat last" && index === steps.length - 1;
    const said = replyWords(reply, index > 0 && isPlainAnswer(reply) && isPlainAnswer(steps[index - 1]?.reply));
    const often = times > 1 && !last ? [plain(`, ${times} times`)] : [];
    return [...(index === 0 ? [] : [plain("; then ")]), ...said, ...often];
  });
  return then === "loop" ? [...words, plain("; then all over again")] : words;
}

/** Said with "answer" first, which need not be said twice. */
function isPlainAnswer(reply: CannedReply | undefined): boolean {
  return reply !== undefined && ["default", "result", "error"].includes(reply.kind) && reply.delay === undefined;
}

/** "answer Pending", "wait 2 to 8 s, then answer {}", "ask me". */
export function replyWords(reply: CannedReply, answerIsSaid = false): Words[] {
  const { delay, fault } = reply;
  const wait = delay === undefined ? [] : [plain(`wait ${delayWords(delay)}, then `)];
  return [...wait, ...contentWords(reply, fault, answerIsSaid ? "" : "answer ")];
}

function contentWords(reply: CannedReply, fault: Fault | undefined, answer: string): Words[] {
  switch (reply.kind) {
    case "result":
      return faulty(answer, resultWords(reply.payload), fault);
    case "error":
      return faulty(answer, `error ${reply.code}`, fault);
    case "default":
      return faulty(answer, "as usual", fault);
    case "ask":
      return [said("ask me")];
    case "silence":
      return [said("stay silent")];
    case "close":
      return [said("close the connection"), plain(` with ${reply.code}`)];
    case "cut":
      return [said("cut the connection")];
    case "raw":
      return [plain("send "), said(cut(reply.text) || "an empty frame"), plain(" as it stands")];
    default:
      return never(reply);
  }
}

function faulty(answer: string, words: string, fault: Fault | undefined): Words[] {
  if (fault === "empty") return [plain(answer === "" ? "" : "answer with "), said("an empty frame")];
  const parts = [plain(answer), said(words)];
  return fault === undefined ? parts : [...parts, plain(` ${faultWords[fault]}`)];
}

const faultWords: Record<Exclude<Fault, "empty">, string> = {
  late: "too late",
  twice: "twice",
  "wrong unique id": "with a wrong unique id",
  "wrong message type": "with a wrong message type",
  truncated: "cut short",
};

/** "Accepted", "the current time", or the payload's own spelling where it has no words. */
export function resultWords(payload: Json): string {
  if (!isObject(payload)) return cut(JSON.stringify(payload));
  const status = wordOf(payload["status"]) ?? inner(payload["idTagInfo"]) ?? inner(payload["idTokenInfo"]);
  if (status !== undefined) return status;
  const [only, more] = Object.keys(payload);
  if (only === "currentTime" && more === undefined) return "the current time";
  return cut(JSON.stringify(payload));
}

function inner(info: Json | undefined): string | undefined {
  return isObject(info) ? wordOf(info["status"]) : undefined;
}

function delayWords(delay: Delay): string {
  const seconds = (ms: number): string => String(Number((ms / 1000).toFixed(3)));
  if (delay.kind === "fixed") return withUnit(seconds(delay.ms), "s");
  return `${seconds(delay.fromMs)} to ${withUnit(seconds(delay.toMs), "s")}`;
}

// ---- pieces

function plain(text: string): Words {
  return { text, tone: "plain" };
}

function call(text: string): Words {
  return { text, tone: "call" };
}

function said(text: string): Words {
  return { text, tone: "reply" };
}

function quoted(value: Json): string {
  return typeof value === "string" ? `“${cut(value)}”` : cut(JSON.stringify(value));
}

const longest = 60;

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function joined(words: readonly Words[]): Words[] {
  const result: Words[] = [];
  for (const next of words) {
    const last = result.at(-1);
    if (last?.tone === next.tone) result[result.length - 1] = { ...last, text: last.text + next.text };
    else if (next.text !== "") result.push(next);
  }
  return result;
}
