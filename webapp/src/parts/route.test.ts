import { fileIdentity } from "../live/files/file_identity";
import { expect, test } from "vitest";
import { commandHash, readRoute, ruleHash, sessionHash } from "./route";

test.each(["", "#", "#/"])("%j is the start page", (hash) => {
  expect(readRoute(hash)).toEqual({ place: "start" });
});

test("a session's view, filters and name come back as they were written", () => {
  const query = new URLSearchParams({ from: "cp", q: "$.idTag = 04A1 & more" });
  const hash = sessionHash("Hof 4/links", "commands", query);
  expect(hash).toMatch(/^#\/cp\/Hof%204%2Flinks\/commands\?/);
  const route = readRoute(hash);
  expect(route).toMatchObject({ place: "session", identity: "Hof 4/links", view: "commands" });
  expect(route.place === "session" && route.query.get("q")).toBe("$.idTag = 04A1 & more");
});

test("the log has no segment of its own", () => {
  expect(sessionHash("CP1")).toBe("#/cp/CP1");
  expect(readRoute("#/cp/CP1")).toMatchObject({ view: "log" });
});

test.each([
  "#/cp",
  "#/cp/CP1/log",
  "#/cp/CP1/nowhere",
  "#/cp/%E0%A4%A",
  "#/cp/CP1/charge-point/x",
  "#/other",
  "#/help",
])("%s leads nowhere, and says so", (hash) => {
  expect(readRoute(hash)).toEqual({ place: "unknown", hash });
});

test("help and settings have an address", () => {
  expect(readRoute("#/help/connect")).toEqual({ place: "help" });
  expect(readRoute("#/settings")).toEqual({ place: "settings" });
});

test("a rule and shared rules have one, too", () => {
  expect(readRoute(ruleHash("Hof 4", "a/b"))).toMatchObject({ identity: "Hof 4", view: "answers", item: "a/b" });
  expect(readRoute("#/take/q1w2")).toEqual({ place: "take", packed: "q1w2" });
});

test("a command has an address", () => {
  expect(readRoute(commandHash("CP1", "Reset"))).toMatchObject({ identity: "CP1", view: "commands", item: "Reset" });
});

test("a file has a place of its own, without answers and commands", () => {
  expect(readRoute("#/log?q=x")).toMatchObject({ place: "file", view: "log" });
  expect(readRoute("#/log/charge-point")).toMatchObject({ place: "file", view: "charge-point" });
  expect(readRoute("#/log/commands").place).toBe("unknown");
  expect(sessionHash(fileIdentity, "charge-point")).toBe("#/log/charge-point");
  expect(sessionHash(fileIdentity, "log", new URLSearchParams({ q: "x" }))).toBe("#/log?q=x");
});
