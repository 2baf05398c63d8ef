import { describe, expect, test } from "vitest";
import vectors from "../../../../tests/vectors/summaries.json";
import { callText, parseFrame } from "../frame";
import type { Json } from "../json";
import { summarise } from "./summary";

interface Vector {
  action: string;
  call: Json;
  reads: string;
  answer?: Json;
  answer_reads?: string;
}

describe("shared vectors", () => {
  test.each(vectors.summaries as Vector[])("$action: $reads", ({ action, call, reads, answer, answer_reads }) => {
    expect(summarise(parseFrame(callText("a", action, call)), null)).toBe(reads);
    if (answer !== undefined) expect(summarise({ kind: "result", id, payload: answer }, action)).toBe(answer_reads);
  });
});

test("errors read as code and description", () => {
  const error = { kind: "error", id, code: "NotImplemented", description: "Unknown action", details: {} } as const;
  expect(summarise(error, "FancyThing")).toBe("NotImplemented: Unknown action");
  expect(summarise({ ...error, description: "" }, null)).toBe("NotImplemented");
});

test("thousands of a register stand apart", () => {
  const started = { connectorId: 1, idTag: "T", meterStart: 3_907_079 };
  expect(summarise({ kind: "call", id, action: "StartTransaction", payload: started }, null)).toContain(
    "3\u2009907.079\u202fkWh",
  );
});

test("a broken charger's payload never breaks the row", () => {
  const odd: Json[] = [
    null,
    7,
    "text",
    [],
    [[]],
    { connectorId: {}, meterValue: "x", idToken: 5, transactionInfo: [] },
  ];
  const actions = vectors.summaries.map(({ action }) => action);
  for (const payload of odd)
    for (const action of actions) {
      expect(typeof summarise({ kind: "call", id, action, payload }, null)).toBe("string");
      expect(typeof summarise({ kind: "result", id, payload }, action)).toBe("string");
    }
  const tabbed = {
    kind: "call",
    id,
    action: "ChangeConfiguration",
    payload: { key: "a\tb\nc\u0000", value: "" },
  } as const;
  expect(summarise(tabbed, null)).toBe("a b c ");
});

test("a name that objects have by birth is no action", () => {
  expect(summarise({ kind: "call", id, action: "constructor", payload: { a: 1 } }, null)).toBe("a 1");
});

test("no line is longer than 90 characters", () => {
  const payload = { info: "x".repeat(500), status: "Faulted", errorCode: "OtherError", connectorId: 1 };
  expect(summarise({ kind: "call", id, action: "StatusNotification", payload }, null).length).toBeLessThanOrEqual(90);
});

const id = { shown: "a", json: '"a"' };
