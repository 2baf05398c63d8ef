// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { FrameRow } from "../../../live/contract";
import { loadVersion } from "../../../schema/load";
import { draw } from "../../../test/page";
import { frameRow } from "../../../test/rows";
import { sampleCharger } from "../../../test/sample_charger";
import { Detail } from "./Detail";
import { noFilter } from "./filter";
import type { Marking } from "./useMarking";

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

const marking: Marking = {
  mark: undefined,
  noting: false,
  pin: vi.fn(() => true),
  note: vi.fn(() => true),
  write: vi.fn(),
  deleteNote: vi.fn(),
};

function open(one: FrameRow, other: FrameRow | undefined) {
  const setFilter = vi.fn();
  const given = {
    charger: sampleCharger("CP1"),
    row: one,
    other,
    sheet: false,
    height: 300,
    marking,
    filter: noFilter,
  };
  draw(<Detail {...given} setFilter={setFilter} onClose={() => {}} />);
  return setFilter;
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

test("its connector and its transaction narrow the log", () => {
  const setFilter = open({ ...row('{"type":"Hard"}'), connector: "1", transaction: "4711" }, undefined);
  fireEvent.click(screen.getByRole("button", { name: "Transaction 4711" }));
  fireEvent.click(screen.getByRole("button", { name: "Connector 1" }));
  expect(setFilter.mock.calls).toEqual([[{ ...noFilter, transaction: "4711" }], [{ ...noFilter, connector: "1" }]]);
});

test("it is pinned and noted by button", () => {
  open(row('{"type":"Hard"}'), undefined);
  fireEvent.click(screen.getByRole("button", { name: "Pin" }));
  fireEvent.click(screen.getByRole("button", { name: "Note" }));
  expect(marking.pin).toHaveBeenCalledOnce();
  expect(marking.note).toHaveBeenCalledOnce();
});

test("Esc in a note goes back to the line of the log", async () => {
  const given = {
    charger: sampleCharger("CP1"),
    row: row('{"type":"Hard"}'),
    other: undefined,
    sheet: false,
    height: 300,
  };
  draw(
    <div data-log>
      <div role="row" tabIndex={-1} />
      <div role="row" tabIndex={0} aria-label="walked from" />
      <Detail
        {...given}
        marking={{ ...marking, noting: true }}
        filter={noFilter}
        setFilter={() => {}}
        onClose={() => {}}
      />
    </div>,
  );
  fireEvent.keyDown(screen.getByRole("textbox", { name: "Your note" }), { key: "Escape" });
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("walked from"));
});
