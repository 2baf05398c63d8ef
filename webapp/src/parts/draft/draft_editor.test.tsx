// @vitest-environment jsdom
import { EditorView } from "@codemirror/view";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { loadVersion } from "../../schema/load";
import { draw } from "../../test/page";
import { DraftEditor } from "./DraftEditor";
import type { DraftProps } from "./props";

beforeAll(() => Promise.all([loadVersion("ocpp1.6"), import("./form/FormPane"), import("./json/JsonPane")]), 60_000);
afterEach(cleanup);

const reset = { version: "ocpp1.6", action: "Reset", kind: "call", name: "Reset" } as const;

/** Keeps the text as a page would. */
function Kept({ text: first, onChange, ...rest }: DraftProps) {
  const [text, setText] = useState(first);
  const change = (next: string) => {
    setText(next);
    onChange(next);
  };
  return <DraftEditor {...rest} text={text} onChange={change} />;
}

function drawn(text: string, more: Partial<DraftProps> = {}) {
  const changed = vi.fn<(text: string) => void>();
  draw(<Kept {...reset} text={text} onChange={changed} {...more} />);
  return changed;
}

const json = async () => {
  fireEvent.click(await screen.findByRole("radio", { name: "JSON" }));
  return screen.findByRole("textbox", { name: "JSON" });
};

function write(box: HTMLElement, text: string) {
  const view = EditorView.findFromDOM(box);
  view?.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}

test("what is chosen in the form stands in the JSON, and the reverse", async () => {
  const changed = drawn('{"type": "Soft"}');
  fireEvent.click(await screen.findByRole("radio", { name: "Hard" }));
  expect(changed).toHaveBeenLastCalledWith('{"type": "Hard"}');
  const box = await json();
  expect(box.textContent).toBe('{"type": "Hard"}');
  write(box, '{"type": "Soft", "x": 1}');
  expect(changed).toHaveBeenLastCalledWith('{"type": "Soft", "x": 1}');
  fireEvent.click(screen.getByRole("radio", { name: "Form" }));
  expect((await screen.findByRole<HTMLInputElement>("radio", { name: "Soft" })).checked).toBe(true);
});

test("a sound draft fits, another has notes that lead to their place", async () => {
  drawn('{"type": "Soft"}');
  await screen.findByText("fits OCPP 1.6");
  const box = await json();
  write(box, '{"type": "soft", "x": 1}');
  fireEvent.click(await screen.findByRole("button", { name: "2 notes" }));
  screen.getByText("type is soft; OCPP 1.6 spells it Soft.");
  const place = screen.getByText("$.x").closest("li");
  if (place) fireEvent.click(within(place).getByRole("button", { name: "Go to" }));
  const view = EditorView.findFromDOM(box);
  await waitFor(() =>
    expect(view?.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to)).toBe("1"),
  );
});

test("wrong JSON is named by its line, and the form waits", async () => {
  drawn('{\n  "type": "Soft"\n  "x": 1\n}');
  await screen.findByText("Line 2: a comma or } is missing here.");
  screen.getByText("The form comes back when the JSON is whole again.");
});

test("Ctrl Enter sends from the form and from the JSON, and writes no line", async () => {
  const onSubmit = vi.fn();
  const changed = drawn('{"type": "Soft"}', { onSubmit });
  fireEvent.keyDown(await screen.findByRole("radio", { name: "Soft" }), { key: "Enter", ctrlKey: true });
  fireEvent.keyDown(await json(), { key: "Enter", ctrlKey: true });
  expect(onSubmit).toHaveBeenCalledTimes(2);
  expect(changed).not.toHaveBeenCalled();
});

test("templates are left alone where they are filled, unless nobody can fill them", async () => {
  const answer = { action: "Heartbeat", kind: "result", name: "Your answer" } as const;
  drawn('{"currentTime": "{{now}}"}', { ...answer, templates: true });
  await screen.findByText("fits OCPP 1.6");
  cleanup();
  drawn('{"currentTime": "{{nwo}}"}', { ...answer, templates: true });
  fireEvent.click(await screen.findByRole("button", { name: "1 note" }));
  screen.getAllByText(/^currentTime: Nothing is called “nwo”\./);
  cleanup();
  drawn('{"currentTime": "{{now}}"}', answer);
  await screen.findByRole("button", { name: "1 note" });
});

test("before an action is named, it is asked for", async () => {
  drawn("{}", { action: "" });
  await screen.findByText("Name the action; a form appears here if the standard has one.");
});

test("an action that the standard does not have is written as JSON", async () => {
  drawn("{}", { action: "Teleport" });
  await screen.findByText("OCPP 1.6 does not know Teleport: write it as JSON.");
  expect(await json()).toBeTruthy();
});

test("who begins to write such an action stands in the JSON at once", async () => {
  drawn("{}", { action: "Teleport", autoFocus: true });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "JSON" })));
});
