// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { FrameRow } from "../../../live/contract";
import { loadVersion } from "../../../schema/load";
import { draw } from "../../../test/page";
import { frameRow } from "../../../test/rows";
import { sampleCharger } from "../../../test/sample_charger";
import { Detail } from "./Detail";

beforeAll(() => loadVersion("ocpp1.6"), 60_000);
afterEach(cleanup);

const row = (payload: string): FrameRow =>
  frameRow(1, { type: "call", action: "Reset", text: `[2,"a","Reset",${payload}]` });

const answer = (payload: string): FrameRow =>
  frameRow(2, {
    type: "result",
    action: "Reset",
    from: "cs",
    state: { kind: "answer", by: null, late: false, again: false },
    text: `[3,"a",${payload}]`,
  });

function open(one: FrameRow, other: FrameRow | undefined) {
  draw(<Detail charger={sampleCharger("CP1")} row={one} other={other} sheet={false} height={300} onClose={() => {}} />);
}

test("what the standard says against a call stands beside it, and is marked", async () => {
  open(row('{"type":"hard"}'), undefined);
  await screen.findByText("1 note on the call");
  screen.getByText("type is hard; OCPP 1.6 spells it Hard.");
  expect(screen.getByText('"hard"').dataset.marked).toBe("true");
});

test("of a sound call nothing is said, of its answer what is wrong", async () => {
  open(row('{"type":"Hard"}'), answer('{"status":"Maybe","x":1}'));
  await screen.findByText("2 notes on the answer");
  expect(screen.queryByText(/on the call/)).toBeNull();
});
