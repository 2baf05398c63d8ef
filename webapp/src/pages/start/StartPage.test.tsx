// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { draw } from "../../test/page";
import { sampleLobby } from "../../test/sample_lobby";
import { StartPage } from "./StartPage";

afterEach(() => {
  cleanup();
  location.hash = "";
});

const type = (text: string) =>
  fireEvent.change(screen.getByLabelText("Charge point identity"), { target: { value: text } });

test("the addresses grow with the name, and Open leads to its session", () => {
  const { container, asked } = draw(<StartPage />);
  expect(asked).toEqual([{ kind: "lobby", watch: true }]);
  expect(container.textContent).toContain("ws://localhost:3000/ocpp/CP1");
  type("Hof 4");
  expect(container.textContent).toContain("wss://localhost:3000/ocpp/Hof%204");
  fireEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(location.hash).toBe("#/cp/Hof%204");
});

test("a name that 2.x forbids gets advice and may be opened all the same", () => {
  const { container } = draw(<StartPage />);
  type("a:b");
  expect(container.textContent).toContain("A colon ends the user name");
  expect(screen.getByRole("button", { name: "Open" })).toHaveProperty("disabled", false);
});

test("each address can be copied by name", () => {
  draw(<StartPage />);
  expect(screen.getByRole("button", { name: "Copy ws address" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Copy wss address" })).toBeTruthy();
});

test("who is connected stands in a table, each row a link; who was turned away with advice", () => {
  draw(<StartPage />, { lobby: sampleLobby(Date.now()) });
  const connected = within(screen.getByRole("region", { name: "Connected now" }));
  expect(connected.getAllByRole("link").map((link) => link.getAttribute("href"))).toContain("#/cp/Hof%204%20links");
  for (const words of ["this tab", "1 call waits", "headless", "nobody", "another tab", "assumed"])
    connected.getByText(words);
  const away = within(screen.getByRole("region", { name: "Turned away" }));
  away.getByText("No identity in the address");
  away.getByText(/^14 times since/);
});

test("nobody there is said, with a way to see something", () => {
  draw(<StartPage />, { lobby: { heard: true, clockOffset: 0, chargers: [], knocks: [] } });
  screen.getByText("No charger is connected.");
  screen.getByText("Nobody was turned away.");
});

test("the table is one tab stop; the arrows walk its rows", () => {
  draw(<StartPage />, { lobby: sampleLobby(Date.now()) });
  const links = within(screen.getByRole("region", { name: "Connected now" })).getAllByRole<HTMLAnchorElement>("link");
  expect(links.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1]);
  links[0]?.focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "End"])
    fireEvent.keyDown(document.activeElement ?? document.body, { key });
  expect(document.activeElement).toBe(links[4]);
  expect(links.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, -1, 0]);
});
