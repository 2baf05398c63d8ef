// @vitest-environment jsdom
import { EditorView } from "@codemirror/view";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, test } from "vitest";
import type { Charger } from "../../../live/contract";
import { loadVersion } from "../../../schema/load";
import { draw } from "../../../test/page";
import { sampleCharger } from "../../../test/sample_charger";
import { CommandsRegion } from "./CommandsRegion";
import { putCommandAway } from "./desk";

// The parts of a draft are fetched when they are first needed.
beforeAll(async () => {
  await loadVersion("ocpp1.6");
  await import("../../../parts/draft/form/FormPane");
  await import("../../../parts/draft/json/JsonPane");
}, 60_000);
afterEach(() => {
  cleanup();
  putCommandAway("CP1");
});

const drawn = (more: Partial<Charger> = {}) =>
  draw(<CommandsRegion charger={{ ...sampleCharger("CP1"), holdBack: null, ...more }} large={false} item={null} />);

function choose(action: string) {
  const box = screen.getByRole("combobox", { name: "Send a command" });
  fireEvent.focus(box);
  fireEvent.change(box, { target: { value: action } });
  fireEvent.keyDown(box, { key: "Enter", code: "Enter" });
}
const kinds = async () => screen.findByRole<HTMLInputElement>("radio", { name: "Soft" });

/** Writes the payload as JSON. */
async function write(text: string): Promise<HTMLElement> {
  fireEvent.click(await screen.findByRole("radio", { name: "JSON" }));
  const box = await screen.findByRole("textbox", { name: "JSON" });
  const view = EditorView.findFromDOM(box);
  view?.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  return box;
}

test("type a part of the name, Enter, Ctrl Enter: the command goes out", async () => {
  const { asked } = drawn();
  choose("reset");
  fireEvent.keyDown(await kinds(), { key: "Enter", ctrlKey: true });
  expect(asked).toEqual([
    {
      kind: "send",
      identity: "CP1",
      anyway: false,
      draft: { kind: "call", action: "Reset", payload: { type: "Soft" } },
    },
  ]);
});

test("the same action chosen again begins a new draft, and takes the focus", async () => {
  drawn();
  choose("reset");
  await kinds();
  fireEvent.click(screen.getByRole("radio", { name: "Hard" }));
  screen.getByRole("combobox", { name: "Send a command" }).focus();
  choose("reset");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Soft" })));
  expect((await kinds()).checked).toBe(true);
});

test("wrong JSON does not leave as a call, and its line is named", async () => {
  const { asked } = drawn();
  choose("reset");
  const box = await write('{\n  "type": "Soft"\n  "x": 1\n}');
  await screen.findByText("Line 2: a comma or } is missing here.");
  fireEvent.keyDown(box, { key: "Enter", ctrlKey: true });
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Send as raw text" }));
  expect(asked).toMatchObject([{ kind: "send", draft: { kind: "raw" } }]);
});

test("while another call is outstanding it waits its turn, unless one says so", async () => {
  const { asked } = drawn({ holdBack: { kind: "turn", ahead: 2 } });
  choose("reset");
  await screen.findByText("Waits its turn: 2 commands are ahead.");
  fireEvent.click(screen.getByRole("button", { name: "Send anyway" }));
  expect(asked).toMatchObject([{ kind: "send", anyway: true }]);
});

test("a watcher may write, and not send", async () => {
  drawn({ holdBack: { kind: "watching" } });
  choose("reset");
  await screen.findByRole("group", { name: "Reset" });
  screen.getByText("You are watching. Take over first.");
  expect(screen.getByRole("button", { name: /^Send/ })).toHaveProperty("disabled", true);
});

test("what became of earlier commands stands below; a queued one can be hurried", () => {
  const { asked } = drawn();
  screen.getByText("→ 42 keys");
  fireEvent.click(screen.getByRole("button", { name: "Anyway" }));
  fireEvent.click(screen.getByRole("button", { name: "Cancel UnlockConnector" }));
  expect(asked.map(({ kind }) => kind)).toEqual(["hurry", "cancel"]);
});
