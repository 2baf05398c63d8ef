import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { closeCode, closedWords } from "./close_code";
import { readEnvelope } from "./envelope";
import { refusalWords } from "./refusal";

test("every envelope of the wire protocol is read", () => {
  const told = [
    '{"type":"opened","epoch":"e","at":1,"version":"ocpp1.6","offered":["ocpp1.6"],"flags":["odd-path"],"remote":"r","headers":{"user-agent":"x"}}',
    '{"type":"frame","epoch":"e","seq":2,"at":3,"from":"cs","text":"[3]","client":"tab-1","ref":"7","by":"hand"}',
    '{"type":"frame","epoch":"e","seq":3,"at":4,"from":"cp","base64":"AAEC"}',
    '{"type":"closed","epoch":"e","seq":3,"at":5,"code":1001,"reason":"going away","by":"charge-point"}',
    '{"type":"absent"}',
    '{"type":"replayed","epoch":"e","first":null,"last":null,"complete":false}',
    '{"type":"role","holder":null,"name":null,"role":null,"epoch":"e","seq":1,"at":6}',
    '{"type":"refused","ref":"8","of":"send","reason":"watching"}',
    '{"type":"bus","state":"lost"}',
  ];
  for (const text of told) expect(readEnvelope(text)).toEqual(JSON.parse(text));
});

test("what a newer relay or nobody at all would say is passed over", () => {
  for (const text of ["", "{", "[]", "null", '{"type":"weather"}']) expect(readEnvelope(text)).toBeUndefined();
  expect(readEnvelope('{"type":"frame"}')).toEqual({ type: "frame", epoch: "", seq: 0, at: 0, from: "cp" });
});

test("whether to come back after a close code is as the protocol's page says", () => {
  const page = readFileSync(new URL("../../../docs/wire.md", import.meta.url), "utf8");
  const rows = [...page.matchAll(/^\| (\d{4}) \|.*\| (yes|no|later) \|$/gm)];
  expect(rows.length).toBeGreaterThan(10);
  for (const [, code, comeBack] of rows)
    expect([code, closeCode(Number(code)).comeBack]).toEqual([code, comeBack !== "no"]);
  expect(closeCode(4999).comeBack).toBe(true);
});

test("the end of a charge point's connection is a sentence", () => {
  const words = (by: string, code: number, reason = ""): string => closedWords({ by, code, reason });
  expect(words("charge-point", 1001)).toBe("The charger closed the connection (1001, going away).");
  expect(words("charge-point", 4000)).toBe("The charger closed the connection (4000).");
  expect(words("charge-point", 1000, "firmware")).toBe("The charger closed the connection (1000, firmware).");
  expect(words("lost", 1006)).toBe("The connection broke without a goodbye.");
  expect(words("relay", 1011, "no sign of life for 60 s")).toBe("Closed by the relay: no sign of life for 60 s.");
  expect(words("central-system", 1001, "see you later")).toBe(
    "The central system closed the connection (1001, see you later).",
  );
  expect(words("central-system", 1006)).toBe("The central system cut the connection.");
});

test("a refusal says why", () => {
  expect(refusalWords("absent", 1 << 20)).toBe("The charger is not connected.");
  expect(refusalWords("too-large", 1 << 20)).toBe("Larger than this relay lets through (1 MiB).");
  expect(refusalWords("too-large", 65_536)).toBe("Larger than this relay lets through (64 KiB).");
  expect(refusalWords("moon", 1)).toBe("The relay refused it: moon.");
});
