import { expect, test } from "vitest";
import { fitting, grouped, type Item } from "./items";

const item = (group: Item["group"], name: string, hint = ""): Item => ({
  id: `${group} ${name}`,
  group,
  name,
  hint,
  run: () => {},
});

const items = [
  item("view", "Log"),
  item("view", "Commands"),
  item("command", "GetLog", "has a log uploaded to an address"),
  item("command", "Reset", "restarts the charger"),
  item("charger", "BER-GARAGE-01", "connected"),
  item("setting", "Theme: dark"),
];

const names = (typed: string) => fitting(items, typed).map(({ name }) => name);

test("nothing typed shows all, in their order", () => {
  expect(names("")).toEqual(items.map(({ name }) => name));
});

test("what begins with what was typed comes first, then what holds it", () => {
  expect(names("log")).toEqual(["Log", "GetLog"]);
  expect(names("res")).toEqual(["Reset", "GetLog"]); // "address" holds it;
});

test("all words must be there, in any order, also those of its group and its hint", () => {
  expect(names("charger restarts")).toEqual(["Reset"]);
  expect(names("dark settings")).toEqual(["Theme: dark"]);
  expect(names("reset now")).toEqual([]);
});

test("the group of the best one comes first", () => {
  expect(grouped(fitting(items, "get")).map(({ group }) => group)).toEqual(["command"]);
  expect(grouped(fitting(items, "c")).map(({ group }) => group)[0]).toBe("view");
});
