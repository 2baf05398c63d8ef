import type { Json } from "../engine/json";
import type { CannedReply, Choice, Plan, Profile, Rule, When } from "./rule";

/** Rules to start from, and what they show. */
export interface ReadyMade {
  words: string;
  profile: Profile;
}

/** In the order in which they are offered. */
export function readyMade(): ReadyMade[] {
  return [
    {
      words: "Every boot, tag and transaction is accepted; what a charger does when all is well.",
      profile: set("Accept all", [rule("Accept all", {}, usual())]),
    },
    {
      words: "The charger has to wait with Pending, ask again after 5 seconds, and only then work.",
      profile: set("Pending twice, then Accepted", [
        rule("Pending twice", boots, order([2, "Pending", 5], [1, "Accepted", 60])),
      ]),
    },
    {
      words: "No boot, tag or data is let in; the charger must not charge and must keep trying to boot.",
      profile: set("Reject everything", [
        rule("Reject boots", boots, always(boot("Rejected", 30))),
        ...tagRules("Block", "Blocked", "Blocked"),
        rule("Reject data", { action: "DataTransfer" }, always(result({ status: "Rejected" }))),
      ]),
    },
    {
      words: "Nobody's tag is known here: no car may charge, and a transaction that began offline has to end.",
      profile: set("Unknown tags", tagRules("Unknown", "Invalid", "Unknown")),
    },
    {
      words: "Each answer takes 2 to 8 seconds, as from a busy back end; nothing may be lost or sent twice.",
      profile: set("Slow back end", [rule("Take your time", {}, always(slow))]),
    },
    {
      words: "One call in five gets an error, no answer or a cut connection; the same seed, the same mishaps.",
      profile: set("Flaky back end", [rule("Now and then", {}, { mode: "random", choices: flaky })]),
    },
    {
      words: "Half of the answers are broken: cut short, empty, doubled, for another call, or no OCPP at all.",
      profile: set("Broken back end", [rule("Broken answers", {}, { mode: "random", choices: broken })]),
    },
    {
      words:
        "Until its boot is accepted, a charger that says anything else is told SecurityError, as the standard asks.",
      profile: set("Boot security", [
        rule("Pending first", boots, order([1, "Pending", 10], [1, "Accepted", 60])),
        rule(
          "Not before the boot",
          { booted: false },
          always(error("SecurityError", "BootNotification is not accepted yet")),
        ),
      ]),
    },
  ];
}

const boots = { action: "BootNotification" };
const slow: CannedReply = { kind: "default", delay: { kind: "range", fromMs: 2000, toMs: 8000 } };

const flaky: Choice[] = [
  { weight: 80, reply: { kind: "default" } },
  { weight: 10, reply: error("InternalError", "Something went wrong") },
  { weight: 5, reply: { kind: "silence" } },
  { weight: 5, reply: { kind: "cut" } },
];

const broken: Choice[] = [
  { weight: 6, reply: { kind: "default" } },
  { weight: 1, reply: { kind: "default", fault: "truncated" } },
  { weight: 1, reply: { kind: "default", fault: "empty" } },
  { weight: 1, reply: { kind: "default", fault: "twice" } },
  { weight: 1, reply: { kind: "default", fault: "wrong unique id" } },
  { weight: 1, reply: { kind: "default", fault: "wrong message type" } },
  { weight: 1, reply: { kind: "raw", text: "<html><body>502 Bad Gateway</body></html>" } },
];

/** What is said about tags, in 1.6 and in 2.x. */
function tagRules(word: string, of16: string, of2: string): Rule[] {
  const idTagInfo = { status: of16 };
  const idTokenInfo = { status: of2 };
  const start = { transactionId: "{{nextTransactionId}}", idTagInfo };
  const conditions = [{ path: "$.idToken", test: "exists" } as const];
  return [
    rule(`${word} tags`, { action: "Authorize", version: "ocpp1.6" }, always(result({ idTagInfo }))),
    rule(`${word} starts`, { action: "StartTransaction", version: "ocpp1.6" }, always(result(start))),
    rule(`${word} tokens`, { action: "Authorize", version: "ocpp2*" }, always(result({ idTokenInfo }))),
    rule(
      `${word} transactions`,
      { action: "TransactionEvent", version: "ocpp2*", conditions },
      always(result({ idTokenInfo })),
    ),
  ];
}

// ---- pieces

function set(name: string, rules: Rule[]): Profile {
  return { format: 1, name, rules, defaults: [], expect: [] };
}

function rule(name: string, when: Partial<When>, answer: Plan): Rule {
  const id = name.toLowerCase().replaceAll(" ", "-");
  return { id, name, on: true, when: { conditions: [], ...when }, answer };
}

function always(reply: CannedReply): Plan {
  return { mode: "always", reply };
}

function usual(): Plan {
  return always({ kind: "default" });
}

function order(...steps: [number, string, number][]): Plan {
  return {
    mode: "sequence",
    steps: steps.map(([times, status, interval]) => ({ times, reply: boot(status, interval) })),
    then: "repeat last",
  };
}

function boot(status: string, interval: number): CannedReply {
  return result({ status, currentTime: "{{now}}", interval });
}

function result(payload: Json): CannedReply {
  return { kind: "result", payload };
}

function error(code: string, description: string): CannedReply {
  return { kind: "error", code, description, details: {} };
}
