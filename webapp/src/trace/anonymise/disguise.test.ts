import { describe, expect, test } from "vitest";
import type { FrameEnvelope } from "../../engine/envelope";
import type { Json } from "../../engine/json";
import { Dice } from "../../responder/dice";
import type { Entry } from "../../store/kept";
import { inventedLog } from "../testing/invented";
import { Disguise } from "./disguise";

function frame(seq: number, text: string, from: "cp" | "cs" = "cp"): FrameEnvelope {
  return { type: "frame", epoch: "e", seq, at: seq, from, text };
}

function call(seq: number, action: string, payload: Json): FrameEnvelope {
  return frame(seq, JSON.stringify([2, String(seq), action, payload]));
}

function disguised(entries: readonly Entry[], identity = "BER-GARAGE-01", seed = 1): Entry[] {
  const dice = new Dice(seed);
  const disguise = new Disguise([identity], () => dice.draw());
  for (const entry of entries) disguise.learn(entry);
  return entries.map((entry) => disguise.entry(entry));
}

function texts(entries: readonly Entry[]): string[] {
  return entries.map((entry) => (entry.type === "frame" ? (entry.text ?? "") : ""));
}

function payloads(entries: readonly Entry[]): Json[] {
  return texts(entries).map((text) => (JSON.parse(text) as Json[])[3] ?? null);
}

describe("a log without names", () => {
  test("the same tag gets the same pseudonym everywhere, of the same shape", () => {
    const [first, second, third] = payloads(
      disguised([
        call(1, "Authorize", { idTag: "04A1B2C3D4" }),
        call(2, "StartTransaction", { connectorId: 1, idTag: "04a1b2c3d4", meterStart: 18204 }),
        call(3, "DataTransfer", { vendorId: "x", data: "tag=04A1B2C3D4;car=7" }),
      ]),
    ) as [{ idTag: string }, { idTag: string; meterStart: number }, { data: string }];
    expect(first.idTag).toMatch(/^\d{2}[A-F]\d[A-F]\d[A-F]\d[A-F]\d$/);
    expect(first.idTag).not.toBe("04A1B2C3D4");
    expect(second).toEqual({ connectorId: 1, idTag: first.idTag.toLowerCase(), meterStart: 18204 });
    expect(third.data).toBe(`tag=${first.idTag};car=7`);
  });

  test("every byte that is no secret stays, odd spelling and all", () => {
    const text = '[ 2 ,"a\\u0062", "Authorize",{ "idTag" :"04A1B2C3D4","n": 1.50e2,"s":"\\/ \\u00e9" } ]\n';
    const [after = ""] = texts(disguised([frame(1, text)]));
    expect(after.replace(/"[\dA-F]{10}"/, '"04A1B2C3D4"')).toBe(text);
    expect(after).not.toBe(text);
  });

  test("words of the standard stay, even where a tag is spelled like one", () => {
    const entries = [
      call(1, "Authorize", { idTag: "Available" }),
      call(2, "StatusNotification", { connectorId: 1, status: "Available", errorCode: "NoError" }),
    ];
    const [first, second] = payloads(disguised(entries)) as [{ idTag: string }, Json];
    expect(first.idTag).not.toBe("Available");
    expect(second).toEqual({ connectorId: 1, status: "Available", errorCode: "NoError" });
  });

  test("figures stay, even where a tag is one", () => {
    const meter = { meterValue: [{ sampledValue: [{ value: "1234", unit: "Wh" }] }] };
    const [, second] = payloads(disguised([call(1, "Authorize", { idTag: "1234" }), call(2, "MeterValues", meter)]));
    expect(second).toEqual(meter);
  });

  test("addresses, hosts, users and parameters go, the rest of a URL stays", () => {
    const [after] = payloads(
      disguised([
        call(1, "UpdateFirmware", {
          location: "ftp://anna:s3cr3t@files.lan:21/fw/v4.7.1.bin?sig=abc12345&x=",
          info: "from 192.168.4.31 and 2001:db8:1::7, mac 00:1A:2B:3C:4D:5E, at 12:41:40, mail anna@lan.example",
          firmwareVersion: "4.7.1.0",
        }),
      ]),
    ) as [{ location: string; info: string; firmwareVersion: string }];
    expect(after.location).toMatch(
      /^ftp:\/\/[a-z]{4}\d\d:[a-z]\d[a-z]{2}\d[a-z]@host-1\.example:21\/fw\/v4\.7\.1\.bin\?sig=[a-z]{3}\d{5}&x=$/,
    );
    expect(after.info).toBe(
      "from 198.18.0.1 and 2001:db8::1, mac 02:00:00:00:00:01, at 12:41:40, mail user-1@mail.example",
    );
    expect(after.firmwareVersion).toBe("4.7.1.0");
  });

  test("secret settings go, others stay, in 1.6 and 2.x", () => {
    const settings = {
      configurationKey: [
        { key: "HeartbeatInterval", readonly: false, value: "300" },
        { key: "AuthorizationKey", readonly: false, value: "00ff00ff00ff00ff00ff" },
        { key: "AuthorizeRemoteTxRequests", readonly: false, value: "true" },
      ],
      setVariableData: [
        {
          component: { name: "SecurityCtrlr" },
          variable: { name: "BasicAuthPassword" },
          attributeValue: "correct horse",
        },
        { component: { name: "OCPPCommCtrlr" }, variable: { name: "HeartbeatInterval" }, attributeValue: "300" },
      ],
      reportData: [{ variable: { name: "SerialNumber" }, variableAttribute: [{ type: "Actual", value: "SN-0042-7" }] }],
    };
    const [after] = texts(disguised([call(1, "X", settings)]));
    for (const gone of ["00ff00ff", "horse", "SN-0042"]) expect(after).not.toContain(gone);
    for (const left of ['"300"', '"true"', "BasicAuthPassword", '"Actual"']) expect(after).toContain(left);
  });

  test("certificates keep their frame, not their content", () => {
    const certificate =
      "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIU\nQ0EgT2YgTm9ib2R5\n-----END CERTIFICATE-----\n";
    const [one, two] = payloads(
      disguised([call(1, "InstallCertificate", { certificate }), call(2, "DataTransfer", { data: certificate })]),
    ) as [{ certificate: string }, { data: string }];
    expect(one.certificate).toMatch(/^-----BEGIN CERTIFICATE-----\n\S{20}\n\S{16}\n-----END CERTIFICATE-----\n$/);
    expect(one.certificate).not.toContain("MIIBszCC");
    expect(two.data).toBe(one.certificate);
  });

  test("frames that are no JSON lose what is known, and what stands in a field that can be made out", () => {
    const after = disguised([
      call(1, "Authorize", { idTag: "04A1B2C3D4" }),
      frame(2, '[2,"x","Authorize",{"idTag":"04A1B2C3D4"'),
      frame(3, '[2,"x","Authorize",{"idTag":"99F'),
      frame(4, "garbage 04a1b2c3d4 garbage"),
      frame(5, "<s:idTag>77C0FFEE</s:idTag>"),
      { type: "frame", epoch: "e", seq: 6, at: 6, from: "cp", base64: btoa("\xff04A1B2C3D4\x00") },
    ]);
    const all = texts(after).join("\n").toUpperCase();
    for (const gone of ["04A1B2C3D4", "99F", "77C0FFEE"]) expect(all).not.toContain(gone);
    expect(all).toContain('[2,"X","AUTHORIZE",{"IDTAG":"');
    const binary = atob((after[5] as FrameEnvelope).base64 ?? "");
    expect([binary.length, binary[0], binary.includes("04A1")]).toEqual([12, "\xff", false]);
  });

  test("the handshake, the tabs and the lines of the log lose names and addresses", () => {
    const after = disguised([
      {
        type: "opened",
        epoch: "e",
        at: 1,
        version: "ocpp1.6",
        offered: ["ocpp1.6"],
        flags: [],
        remote: "192.168.4.31",
        headers: { host: "relay.lan:9000", authorization: "Basic QmVybGlu", "user-agent": "BER-GARAGE-01/4.7" },
      },
      { type: "role", holder: "tab-abcdefgh", name: "Firefox on bench-2", role: "answer", epoch: "e", seq: 0, at: 2 },
      { ...frame(1, "[]", "cs"), client: "tab-abcdefgh", by: "hand" },
      {
        type: "life",
        event: "opened",
        tone: "plain",
        at: 3,
        words: "The charger connected. From 192.168.4.31, ocpp1.6.",
      },
      { type: "closed", epoch: "e", seq: 1, at: 4, code: 1001, reason: "BER-GARAGE-01 goes", by: "charge-point" },
    ]);
    const [opened, role, sent] = after;
    expect(opened).toMatchObject({
      remote: "198.18.0.1",
      headers: { host: expect.stringMatching(/^host-\d\.example:9000$/) as string },
    });
    expect(role).toMatchObject({
      name: expect.stringMatching(/^Firefox on host-\d\.example$/) as string,
      role: "answer",
    });
    expect((sent as FrameEnvelope).client).toBe((role as { holder: string }).holder);
    const all = JSON.stringify(after);
    for (const gone of ["192.168", "relay.lan", "QmVybGlu", "bench-2", "abcdefgh", "BER-GARAGE-01"])
      expect(all).not.toContain(gone);
    expect(after[3]).toMatchObject({ words: "The charger connected. From 198.18.0.1, ocpp1.6." });
  });
});

test("no secret is left anywhere, and the structure stands, wherever secrets were put", () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const dice = new Dice(seed);
    const pick = <T>(list: readonly T[]): T => list[dice.whole(0, list.length - 1)] as T;
    const letters = pick([
      "0123456789ABCDEF",
      "0123456789",
      "abcdefghijklmnopqrstuvwxyz0123456789-_ ",
      "éñÅ0123456789ABC🚗",
    ]);
    const secret = (): string =>
      Array.from({ length: dice.whole(8, 20) }, () => pick(Array.from(letters)))
        .join("")
        .trim()
        .padEnd(8, "7");
    const secrets = Array.from({ length: 6 }, secret);
    const [identity = "", tag = "", ...others] = secrets;
    const hidden = (): string =>
      pick([tag, `a ${pick(secrets)}.`, `${pick(secrets)}/${pick(secrets)}`, pick(secrets).toUpperCase(), "plain"]);
    const fields = ["idTag", "parentIdTag", "chargePointSerialNumber", "meterSerialNumber", "iccid", "password"];
    const told = secrets.map((one, at) => call(at, "Told", { [fields[at] ?? "idTag"]: one }));
    const entries = [
      ...told,
      ...Array.from({ length: 20 }, (_, at) =>
        call(100 + at, "Some", { status: "Accepted", list: [hidden(), { deep: hidden(), n: at }] }),
      ),
      frame(200, `{"cut": "${hidden()}`),
      { type: "life", event: "away", tone: "plain", at: 1, words: `It said ${hidden()}` } as const,
      { type: "closed", epoch: "e", seq: 2, at: 4, code: 1001, reason: hidden(), by: "lost" } as const,
      { ...frame(201, "[]", "cs"), client: pick(others), by: `rule: ${hidden()}` },
    ];
    const after = disguised(entries, identity, seed);
    const all = after
      .map((entry) => JSON.stringify(entry))
      .join("\n")
      .toLowerCase();
    for (const one of secrets) expect(all).not.toContain(JSON.stringify(one).slice(1, -1).toLowerCase());
    expect(after.map(outline)).toEqual(entries.map(outline));
  }
});

/** What a frame is made of, without its texts. */
function outline(entry: Entry): string {
  if (entry.type !== "frame" || entry.text?.startsWith("[2,") !== true) return entry.type;
  return JSON.stringify(JSON.parse(entry.text), (key, value: unknown) =>
    typeof value === "string" && key !== "status" && key !== "2" ? "text" : value,
  );
}

test("whatever a log holds, it can be disguised, and a log without secrets stays as it was", () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const entries = inventedLog(seed).filter(({ type }) => type === "frame");
    expect(disguised(entries, "", seed).map(({ at }) => at)).toEqual(entries.map(({ at }) => at));
  }
  const plain = [call(1, "Heartbeat", {}), frame(2, '[3,"1",{"currentTime":"2026-11-20T12:41:40.000Z"}]', "cs")];
  expect(disguised(plain)).toEqual(plain);
  const deep = "[".repeat(100_000);
  expect(texts(disguised([frame(1, deep)]))).toEqual([deep]);
});
