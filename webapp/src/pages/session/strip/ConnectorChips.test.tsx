// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Charger } from "../../../live/contract";
import { draw } from "../../../test/page";
import { sampleCharger } from "../../../test/sample_charger";
import { ConnectorChips } from "./ConnectorChips";

afterEach(cleanup);

function stale(presence: Charger["presence"]): string | undefined {
  cleanup();
  draw(<ConnectorChips charger={{ ...sampleCharger("CP1"), presence }} />);
  return screen.getByText("Charging").closest<HTMLElement>("[data-stale]")?.dataset.stale;
}

test("connectors are of now only while the charger is here", () => {
  const at = Date.UTC(2026, 10, 20, 12);
  expect(stale({ kind: "online", since: at })).toBe("false");
  expect([stale({ kind: "left", at, words: "" }), stale({ kind: "absent", seenBefore: true })]).toEqual([
    "true",
    "true",
  ]);
});
