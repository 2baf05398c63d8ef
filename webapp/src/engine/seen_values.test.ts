import { expect, test } from "vitest";
import { parseFrame } from "./frame";
import { SeenValues } from "./seen_values";

function seen(...conversation: string[]) {
  const values = new SeenValues();
  let action = "";
  for (const text of conversation) {
    const frame = parseFrame(text);
    if (frame.kind === "call") {
      action = frame.action;
      values.call(frame);
    } else values.answer(action, frame);
  }
  return values.view;
}

test("tags and tokens, the newest first, each once", () => {
  const { tags } = seen(
    '[2,"a","Authorize",{"idTag":"04A1"}]',
    '[2,"b","TransactionEvent",{"idToken":{"idToken":"04B2","type":"ISO14443"}}]',
    '[2,"c","StartTransaction",{"idTag":"04A1"}]',
  );
  expect(tags).toEqual(["04B2", "04A1"]);
});

test("configuration keys that the charger has, and those somebody changed", () => {
  const { keys } = seen(
    '[2,"a","GetConfiguration",{}]',
    '[3,"a",{"configurationKey":[{"key":"MeterValueSampleInterval","readonly":false}],"unknownKey":["Nope"]}]',
    '[2,"b","ChangeConfiguration",{"key":"HeartbeatInterval","value":"1"}]',
  );
  expect(keys).toEqual(["HeartbeatInterval", "MeterValueSampleInterval"]);
});

test("components and variables of 2.x", () => {
  const { components, variables } = seen(
    '[2,"a","NotifyReport",{"reportData":[{"component":{"name":"EVSE"},"variable":{"name":"Power"}}]}]',
    '[2,"b","GetVariables",{}]',
    '[3,"b",{"getVariableResult":[{"component":{"name":"ClockCtrlr"},"variable":{"name":"DateTime"}}]}]',
  );
  expect(components).toEqual(["ClockCtrlr", "EVSE"]);
  expect(variables).toEqual(["DateTime", "Power"]);
});
