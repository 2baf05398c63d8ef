import { expect, test } from "vitest";
import { pathSearch } from "./path_search";

const authorize = '[2,"a","Authorize",{"idTag":"04A1B2","info":{"n":7}}]';
const meter = '[2,"b","MeterValues",{"meterValue":[{"sampledValue":[{"value":"7360"},{"value":"32"}]}]}]';
const refused = '[4,"c","NotImplemented","Unknown action",{}]';

function fits(typed: string, text: string): boolean | string {
  const search = pathSearch(typed);
  return "fault" in search ? search.fault : search.fits(text);
}

test("a path alone asks whether something is there", () => {
  expect(fits("$.idTag", authorize)).toBe(true);
  expect(fits("$.idTag", meter)).toBe(false);
  expect(fits("$.info.n", authorize)).toBe(true);
});

test("values are compared as people write them: with quotes or without, numbers as numbers", () => {
  for (const typed of ["$.idTag = 04A1B2", '$.idTag="04a1b2"', "$.info.n = 7.0", "$.info.n > 6", "$.info.n <= 7"])
    expect(fits(typed, authorize)).toBe(true);
  for (const typed of ["$.idTag = 04A1", "$.idTag != 04A1B2", "$.info.n < 7", "$.info.n > x"])
    expect(fits(typed, authorize)).toBe(false);
  expect(fits("$.none != x", authorize)).toBe(false);
});

test("[*] asks every item of a list", () => {
  expect(fits("$.meterValue[*].sampledValue[*].value > 7000", meter)).toBe(true);
  expect(fits("$.meterValue[*].sampledValue[*].value > 8000", meter)).toBe(false);
  expect(fits("$.meterValue[0].sampledValue[1].value = 32", meter)).toBe(true);
});

test("an error is asked by the standard's names", () => {
  expect(fits("$.errorCode = NotImplemented", refused)).toBe(true);
  expect(fits("$.errorCode = GenericError", refused)).toBe(false);
});

test("times are compared by their letters", () => {
  const text = '[2,"d","StatusNotification",{"timestamp":"2026-11-20T11:41:39Z"}]';
  expect(fits("$.timestamp > 2026-11-20T11:00", text)).toBe(true);
  expect(fits("$.timestamp < 2026-11-20", text)).toBe(false);
});

test("what is no path is said, whatever was typed; no frame makes it throw", () => {
  for (const typed of ["$idTag", "$.", "$.a[", "$.a b", "$.a[x] = 1"])
    expect(fits(typed, authorize)).toMatch(/no path/);
  expect(fits("$.idTag =", authorize)).toMatch(/a value is missing/);
  for (const text of ["", "{", "[]", "[2,1,2,3]", '[2,"a","B",null]', "7"]) expect(fits("$.idTag", text)).toBe(false);
  expect(fits("$", authorize)).toBe(true);
});
