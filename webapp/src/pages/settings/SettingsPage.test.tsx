// @vitest-environment jsdom
import { Notifications } from "@mantine/notifications";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Settings } from "../../live/contract";
import { draw } from "../../test/page";
import { settingsWords as words } from "../../words/settings";
import { SettingsPage } from "./SettingsPage";

afterEach(cleanup);

const usualSettings: Settings = {
  framesKept: 200_000,
  callTimeoutMs: 30_000,
  chargerTimeoutMs: 30_000,
  askFallbackMs: 25_000,
};

const page = (open: string[] = []) =>
  draw(
    <>
      <SettingsPage />
      <Notifications />
    </>,
    { settings: usualSettings, open },
  );

test("a time-out holds once its field is left, within its bounds", () => {
  const { asked } = page();
  const field = screen.getByRole("textbox", { name: words.commands.timeout });
  fireEvent.change(field, { target: { value: "5000" } });
  expect(asked).toEqual([]);
  fireEvent.blur(field);
  expect(asked).toEqual([{ kind: "settings", settings: { ...usualSettings, callTimeoutMs: 600_000 } }]);
});

test("a field that was emptied keeps what it was", () => {
  const { asked } = page();
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: words.log.kept });
  const before = field.value;
  fireEvent.change(field, { target: { value: "" } });
  fireEvent.blur(field);
  expect(asked).toEqual([]);
  expect(field.value).toBe(before);
});

test("all logs are cleared, and come back with Undo", async () => {
  const { asked } = page(["CP1", "CP2"]);
  fireEvent.click(screen.getByRole("button", { name: words.log.clearButton }));
  expect(asked.map(({ kind }) => kind)).toEqual(["clear", "clear", "clear-shut"]);
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(asked.map(({ kind }) => kind).slice(3)).toEqual(["undo-clear", "undo-clear", "undo-clear-shut"]);
});
