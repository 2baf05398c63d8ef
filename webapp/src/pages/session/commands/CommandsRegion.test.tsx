// @vitest-environment jsdom
import { EditorView } from "@codemirror/view";
import { act, cleanup, configure, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Charger, Command, Repeat } from "../../../live/contract";
import { loadVersion } from "../../../schema/load";
import { draw } from "../../../test/page";
import { sampleCharger } from "../../../test/sample_charger";
import { CommandsRegion } from "./CommandsRegion";
import { beginCommand, putCommandAway } from "./desk";

// Finding a part by its role takes jsdom long where there is a list of all commands.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 40_000 });

// The parts of a draft are fetched when they are first needed.
beforeAll(async () => {
  await loadVersion("ocpp1.6");
  await import("../../../parts/draft/form/FormPane");
  await import("../../../parts/draft/json/JsonPane");
  await import("./large/LargeForm");
  await import("./send/CommandDraft");
}, 60_000);
afterEach(() => {
  cleanup();
  putCommandAway("CP1");
});

const drawn = (more: Partial<Charger> = {}) =>
  draw(
    <CommandsRegion
      charger={{ ...sampleCharger("CP1"), holdBack: null, ...more }}
      large={false}
      item={null}
      layout="wide"
    />,
  );

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
      draft: { kind: "call", action: "Reset", payload: { type: "Soft" }, spelled: '{"type":"Soft"}' },
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

test("what was sent comes back to be changed: R on the row in focus", async () => {
  const command = { ...sampleCharger("CP1").commands[2], id: "x", text: '[2,"x","Reset",{"type":"Hard"}]' } as Command;
  const { container } = drawn({ commands: [{ ...command, action: "Reset" }] });
  fireEvent.keyDown(container.querySelector('[data-command="x"]') ?? document.body, { key: "r" });
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>("radio", { name: "Hard" }).checked).toBe(true));
});

test("a raw frame that is no JSON says so, and leaves as it stands", async () => {
  const { asked } = drawn();
  act(() => beginCommand("CP1", { kind: "raw", action: "", text: "" }));
  fireEvent.change(await screen.findByRole("textbox", { name: "Text" }), { target: { value: "[2,oops" } });
  screen.getByText("Not JSON. It will be sent as it stands.");
  fireEvent.click(screen.getByRole("button", { name: "Send raw" }));
  expect(asked).toMatchObject([{ kind: "send", draft: { kind: "raw", text: "[2,oops" } }]);
});

test("n times every t, with a time-out of its own", async () => {
  const { asked } = drawn();
  choose("clearcache");
  fireEvent.click(await screen.findByRole("button", { name: "How often: Once" }));
  fireEvent.change(await screen.findByLabelText("Times"), { target: { value: "3" } });
  fireEvent.change(screen.getByLabelText("Every, in seconds"), { target: { value: "2" } });
  fireEvent.click(screen.getByRole("button", { name: "Time-out 30 s" }));
  fireEvent.change(await screen.findByLabelText("Time-out in seconds"), { target: { value: "5" } });
  screen.getByText(/Known tokens are forgotten/);
  fireEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(asked).toMatchObject([{ kind: "send", timeoutMs: 5000, repeat: { times: 3, everyMs: 2000 } }]);
});

test("the menu of repetitions shows what Send does until a number is typed", async () => {
  const { asked } = drawn();
  choose("clearcache");
  fireEvent.click(await screen.findByRole("button", { name: "How often: Once" }));
  expect(await screen.findByLabelText("Times")).toHaveProperty("value", "1");
  fireEvent.change(screen.getByLabelText("Every, in seconds"), { target: { value: "90" } });
  fireEvent.change(screen.getByLabelText("Times"), { target: { value: "2" } });
  screen.getByRole("button", { name: "How often: 2 × every 90 s" });
  fireEvent.change(screen.getByLabelText("Times"), { target: { value: "1" } });
  fireEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(asked).toHaveLength(1);
  expect(asked[0]).not.toHaveProperty("repeat");
});

test("a repetition shows how far it is, and stops", async () => {
  const repeat: Repeat = { id: "r-9", action: "ClearCache", times: 10, everyMs: 5000, sent: 3, end: null };
  const { asked } = drawn({ repeats: [repeat, { ...repeat, id: "r-8", end: "left" }] });
  await screen.findByText("3 of 10, every 5 s");
  screen.getByText("stopped after 3 of 10: the charger left");
  fireEvent.click(screen.getByRole("button", { name: "Stop" }));
  expect(asked).toEqual([{ kind: "stop", identity: "CP1", repeat: "r-9" }]);
});

test("an absent charger is waited for when one says so", async () => {
  const { asked } = drawn({ holdBack: { kind: "absent" } });
  choose("clearcache");
  const send = await screen.findByRole("button", { name: "Send" });
  expect(send).toHaveProperty("disabled", true);
  fireEvent.click(screen.getByLabelText("Send when it comes"));
  screen.getByText("CP1 is not connected; it goes out when it comes.");
  fireEvent.click(send);
  expect(asked).toMatchObject([{ kind: "send", anyway: false }]);
});

describe("large", () => {
  beforeAll(() => Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 1000 }));
  afterAll(() => Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 0 }));
  const whole = (item: string | null = null, more: Partial<Charger> = {}) =>
    draw(
      <CommandsRegion
        charger={{ ...sampleCharger("CP1"), holdBack: null, ...more }}
        {...{ item }}
        large
        layout="wide"
      />,
    );

  test("the address names the command; letters and Enter go to another", async () => {
    whole("Reset");
    await kinds();
    screen.getByText("restarts the charger");
    const box = screen.getByRole("textbox", { name: "Find a command" });
    fireEvent.change(box, { target: { value: "unl" } });
    expect(screen.queryByRole("link", { name: "Reset" })).toBeNull();
    fireEvent.keyDown(box, { key: "Enter" });
    expect(location.hash).toBe("#/cp/CP1/commands/UnlockConnector");
  });

  test("the list is one tab stop, walked by arrows, with any action and raw frames at its end", async () => {
    whole();
    const list = await screen.findByRole("navigation", { name: "Commands of this version" });
    const stops = [...list.querySelectorAll<HTMLElement>("a")];
    expect(stops.filter(({ tabIndex }) => tabIndex === 0).map(({ textContent }) => textContent)).toEqual([
      "ChangeAvailability",
    ]);
    stops[0]?.focus();
    fireEvent.keyDown(stops[0] ?? list, { key: "End" });
    expect(document.activeElement?.textContent).toBe("Raw frame, as typed");
    fireEvent.click(screen.getByRole("button", { name: "Other versions" }));
    expect(screen.getByText("GetVariables").closest("a")?.textContent).toMatch(/OCPP 2\.1$/);
  });

  test("a preset fills the draft", async () => {
    const { asked } = whole("TriggerMessage");
    fireEvent.click(await screen.findByRole("combobox", { name: "Start from a preset" }));
    const preset = () => screen.getAllByRole("option", { name: "MeterValues" }).at(-1) ?? document.body;
    await waitFor(preset);
    fireEvent.click(preset());
    await waitFor(() => expect(screen.getByText(/"MeterValues"/)).toBeDefined());
    fireEvent.click(screen.getByRole("button", { name: "Send" }));
    expect(asked).toMatchObject([{ draft: { payload: { requestedMessage: "MeterValues" } } }]);
  });

  test("the table tells what became of each, and one tab stop reaches it", async () => {
    whole();
    const table = await screen.findByRole("table", { name: "Sent and queued" });
    expect([...table.querySelectorAll("tbody tr")].map((row) => row.textContent)).toEqual([
      expect.stringContaining("UnlockConnectorConnector 2queued, next"),
      expect.stringMatching(/^ChangeAvailability/),
      expect.stringMatching(/^SetChargingProfile/),
      expect.stringMatching(/^GetConfigurationall keys42 keys in 340/),
      expect.stringContaining("ReserveNowConnector 2NotSupported in 88"),
    ]);
    expect(table.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1);
  });

  test("what an earlier command was is sent again at once", async () => {
    const [command] = sampleCharger("CP1").commands.slice(3);
    const text = '[2,"g","GetConfiguration",{"key":["A"]}]';
    const { asked } = whole(null, { commands: command === undefined ? [] : [{ ...command, text }] });
    fireEvent.click(await screen.findByRole("button", { name: "Send GetConfiguration again" }));
    expect(asked).toMatchObject([{ kind: "send", draft: { action: "GetConfiguration", payload: { key: ["A"] } } }]);
  });
});
