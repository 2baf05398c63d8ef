import { bench, describe } from "vitest";
import { parseFrame } from "../engine/frame";
import { Conversation } from "../engine/testing/conversation";
import type { Context } from "./reply";
import type { Profile, Rule } from "./rule";
import { RulesInUse } from "./rules_in_use";

/** Forty-nine rules that look closely and do not match, and one that does. */
const rules: Rule[] = Array.from({ length: 50 }, (_, index) => ({
  id: `r${index}`,
  name: `Rule ${index}`,
  on: true,
  when: {
    action: "MeterValues",
    version: "ocpp*",
    conditions: [
      { path: "$.connectorId", test: "is not one of", value: [7, 8, 9] },
      index % 5 === 0
        ? { path: "$.meterValue[*].sampledValue[*].unit", test: "matches", value: `^(no|such) unit ${index}+$` }
        : { path: "$.transactionId", test: "is", value: index === 49 ? 4711 : index },
    ],
  },
  answer: { mode: "always", reply: { kind: "result", payload: { at: "{{now + 5m}}", tag: "{{call.connectorId}}" } } },
}));
const profile: Profile = { format: 1, name: "Fifty", rules, defaults: [], expect: [] };

const payload =
  '{"connectorId":1,"transactionId":4711,"meterValue":[{"timestamp":"2026-11-20T12:00:00Z","sampledValue":[{"value":"18267"},{"value":"7360","measurand":"Power.Active.Import","unit":"W"},{"value":"32","measurand":"SoC","unit":"Percent"}]}]}';
const each = 1000;

describe(`${each} calls of MeterValues and 50 rules, the last of which matches`, () => {
  const alone = new RulesInUse(0);
  alone.profile = profile;
  const context: Context = {
    identity: "CP1",
    version: "ocpp1.6",
    now: 0,
    nth: 1,
    booted: true,
    key: "",
    nextTransactionId: () => 1,
  };
  const call = parseFrame(`[2,"a","MeterValues",${payload}]`);
  if (call.kind !== "call") throw new Error(call.kind);
  let count = 0;

  bench("rules alone", () => {
    for (let done = 0; done < each; done += 1) alone.respond(call, { ...context, key: `e1.${(count += 1)}` });
  });

  const inUse = new RulesInUse(0);
  inUse.profile = profile;
  const conversation = new Conversation(inUse);

  bench("from the call's text to the answer's, its receipt read", () => {
    for (let done = 0; done < each; done += 1) conversation.call(`[2,"${(count += 1)}","MeterValues",${payload}]`);
  });
});
