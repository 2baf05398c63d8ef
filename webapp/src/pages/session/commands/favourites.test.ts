// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Writing } from "./draft";
import { dropFavourite, favouriteOf, keepFavourite, nameFor, useFavourites } from "./favourites";

const soft: Writing = { kind: "call", action: "Reset", text: '{ "type": "Soft" }' };

test("a favourite is kept for its version, and found again however it is spaced", () => {
  const { result } = renderHook(() => useFavourites("ocpp1.6"));
  act(() => keepFavourite({ name: "Soft", version: "ocpp1.6", writing: soft }));
  act(() => keepFavourite({ name: "Other", version: "ocpp2.0.1", writing: soft }));
  expect(result.current.map(({ name }) => name)).toEqual(["Soft"]);
  expect(favouriteOf(result.current, { ...soft, text: '{"type":"Soft"}' })?.name).toBe("Soft");
  expect(favouriteOf(result.current, { ...soft, text: '{"type":"Hard"}' })).toBeUndefined();
  act(() => keepFavourite({ name: "Gently", version: "ocpp1.6", writing: soft }));
  expect(result.current.map(({ name }) => name)).toEqual(["Gently"]);
  expect(localStorage.getItem("ocpp-relay.favourites")).toContain("Gently");
  act(() => dropFavourite({ name: "", version: "ocpp1.6", writing: soft }));
  expect(result.current).toEqual([]);
});

test("another tab's favourites appear, and what is none does not", () => {
  const { result } = renderHook(() => useFavourites("ocpp2.1"));
  const other = [{ name: "X", version: "ocpp2.1", writing: soft }, { name: 7 }, null, { version: "ocpp9" }];
  act(() => {
    localStorage.setItem("ocpp-relay.favourites", JSON.stringify(other));
    dispatchEvent(new StorageEvent("storage", { key: "ocpp-relay.favourites" }));
  });
  expect(result.current.map(({ name }) => name)).toEqual(["X"]);
});

test("a name to begin with", () => {
  expect(nameFor(soft)).toBe("Reset · Soft");
  expect(nameFor({ kind: "call", action: "ClearCache", text: "{}" })).toBe("ClearCache");
  expect(nameFor({ kind: "raw", action: "", text: "[2," })).toBe("Raw frame · Not JSON: it ends after 3 bytes");
});
