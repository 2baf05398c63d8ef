// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Charger } from "../../../live/contract";
import { draw } from "../../../test/page";
import { sampleCharger } from "../../../test/sample_charger";
import { CommandsRegion } from "./CommandsRegion";

afterEach(cleanup);

const drawn = (more: Partial<Charger> = {}) =>
  draw(<CommandsRegion charger={{ ...sampleCharger("CP1"), holdBack: null, ...more }} large={false} />);

function choose(action: string) {
  const box = screen.getByRole("combobox", { name: "Send a command" });
  fireEvent.focus(box);
  fireEvent.change(box, { target: { value: action } });
  fireEvent.keyDown(box, { key: "Enter", code: "Enter" });
}
const json = () => screen.getByLabelText<HTMLTextAreaElement>("JSON");
const write = (text: string) => fireEvent.change(json(), { target: { value: text } });

test("type a part of the name, Enter, Ctrl Enter: the command goes out", () => {
  const { asked } = drawn();
  choose("reset");
  expect(JSON.parse(json().value)).toEqual({ type: "Soft" });
  fireEvent.keyDown(json(), { key: "Enter", ctrlKey: true });
  expect(asked).toEqual([
    {
      kind: "send",
      identity: "CP1",
      anyway: false,
      draft: { kind: "call", action: "Reset", payload: { type: "Soft" } },
    },
  ]);
});

test("the same action chosen again begins a new draft, and takes the focus", () => {
  drawn();
  choose("reset");
  write("{}");
  screen.getByRole("combobox", { name: "Send a command" }).focus();
  choose("reset");
  expect(JSON.parse(json().value)).toEqual({ type: "Soft" });
  expect(document.activeElement).toBe(json());
});

test("wrong JSON does not leave as a call, and its line is named", () => {
  const { asked } = drawn();
  choose("reset");
  write('{\n  "type": "Soft"\n  "x": 1\n}');
  screen.getByText("Line 2: a comma or } is missing here.");
  fireEvent.keyDown(json(), { key: "Enter", ctrlKey: true });
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Send as raw text" }));
  expect(asked).toMatchObject([{ kind: "send", draft: { kind: "raw" } }]);
});

test("while another call is outstanding it waits its turn, unless one says so", () => {
  const { asked } = drawn({ holdBack: { kind: "turn", ahead: 2 } });
  choose("reset");
  screen.getByText("Waits its turn: 2 commands are ahead.");
  fireEvent.click(screen.getByRole("button", { name: "Send anyway" }));
  expect(asked).toMatchObject([{ kind: "send", anyway: true }]);
});

test("a watcher may write, and not send", () => {
  drawn({ holdBack: { kind: "watching" } });
  choose("reset");
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
