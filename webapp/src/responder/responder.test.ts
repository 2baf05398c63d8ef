import { describe, expect, test } from "vitest";
import { type Call, parseFrame } from "../engine/frame";
import type { Json } from "../engine/json";
import { defaultAnswers } from "./default_answers";
import type { Context, Reply } from "./reply";
import { respond } from "./responder";
import { compileTemplate } from "./template";
import { Dice } from "./dice";

const context: Context = {
  identity: "CP1",
  version: "ocpp1.6",
  now: Date.parse("2026-11-20T12:00:00.5Z"),
  nth: 1,
  booted: true,
  key: "e1.1",
  nextTransactionId: () => 4711,
};

function call(action: string, payload: Json = {}): Call {
  const frame = parseFrame(JSON.stringify([2, "a", action, payload]));
  if (frame.kind !== "call") throw new Error(frame.kind);
  return frame;
}

function answer(action: string, payload: Json = {}, version = "ocpp1.6"): Reply {
  return respond(call(action, payload), { ...context, version }).reply;
}

function result(payload: Json): Reply {
  return { kind: "result", payload, afterMs: 0 };
}

describe("OCPP 1.6", () => {
  const accepted = { idTagInfo: { status: "Accepted" } };
  const currentTime = "2026-11-20T12:00:00.500Z";

  test.each<[string, Json]>([
    ["Authorize", accepted],
    ["BootNotification", { status: "Accepted", currentTime, interval: 60 }],
    ["DataTransfer", { status: "Accepted" }],
    ["DiagnosticsStatusNotification", {}],
    ["FirmwareStatusNotification", {}],
    ["Heartbeat", { currentTime }],
    ["LogStatusNotification", {}],
    ["MeterValues", {}],
    ["SecurityEventNotification", {}],
    ["SignCertificate", { status: "Rejected" }],
    ["SignedFirmwareStatusNotification", {}],
    ["StartTransaction", { transactionId: 4711, ...accepted }],
    ["StatusNotification", {}],
    ["StopTransaction", {}],
  ])("%s", (action, payload) => {
    expect(answer(action)).toEqual(result(payload));
  });

  test("a stop with a tag gets a word about the tag", () => {
    expect(answer("StopTransaction", { idTag: "04" })).toEqual(result(accepted));
  });
});

test("OCPP 2.0.1 and 2.1 are answered in their own words", () => {
  expect(answer("TransactionEvent", {}, "ocpp2.0.1")).toEqual(result({}));
  expect(answer("TransactionEvent", { idToken: {} }, "ocpp2.1")).toEqual(
    result({ idTokenInfo: { status: "Accepted" } }),
  );
  expect(answer("VatNumberValidation", { vatNumber: "DE1" }, "ocpp2.1")).toEqual(
    result({ vatNumber: "DE1", status: "Accepted" }),
  );
  expect(answer("VatNumberValidation", { vatNumber: "DE1" }, "ocpp2.0.1")).toMatchObject({ code: "NotImplemented" });
  expect(answer("GetCertificateChainStatus", {}, "ocpp2.1")).toMatchObject({ kind: "error", code: "NotSupported" });
  expect(answer("StartTransaction", {}, "ocpp2.0.1")).toMatchObject({ kind: "error", code: "NotImplemented" });
});

test("no two defaults of a version stand for the same call", () => {
  for (const version of ["ocpp1.6", "ocpp2.0.1", "ocpp2.1"]) {
    const names = defaultAnswers(version).map(({ action, has }) => `${action} ${has ?? ""}`);
    expect(new Set(names).size).toBe(names.length);
  }
});

describe("templates", () => {
  const filled = (template: Json): Json =>
    compileTemplate(template)({
      call: call("Authorize", { idTag: "04", n: 7, deep: { x: true } }),
      context,
      dice: new Dice(1),
    });

  test("one that stands alone keeps its type", () => {
    expect(filled(["{{nextTransactionId}}", "{{ call.n }}", "{{call.deep}}", "{{call.deep.x}}"])).toEqual([
      4711,
      7,
      { x: true },
      true,
    ]);
  });

  test("within text it is text", () => {
    expect(filled({ a: "tag {{call.idTag}} at {{identity}}, {{uniqueId}}" })).toEqual({ a: "tag 04 at CP1, a" });
  });

  test("an unknown name stays as it was written", () => {
    expect(filled(["{{nonsense}}", "{{call.missing}}", "x {{y}}", "{{constructor}}"])).toEqual([
      "{{nonsense}}",
      "{{call.missing}}",
      "x {{y}}",
      "{{constructor}}",
    ]);
  });
});
