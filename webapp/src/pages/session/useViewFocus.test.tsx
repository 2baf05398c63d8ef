// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { View } from "../../parts/route";
import { useViewFocus } from "./useViewFocus";

afterEach(cleanup);

function Page({ view }: { view: View }) {
  useViewFocus(view);
  return (
    <main>
      <h1 tabIndex={-1}>CP1</h1>
      <button>Answers</button>
      <section hidden={view !== "log"}>
        <button>Export</button>
      </section>
      {view === "charge-point" && <a href="#/cp/CP1?tx=4711">4711</a>}
    </main>
  );
}

function focusAfter(from: View, focused: string, to: View): string | null | undefined {
  const { rerender } = render(<Page view={from} />);
  screen.getByText(focused).focus();
  rerender(<Page view={to} />);
  return document.activeElement?.textContent;
}

test("what goes with its view gives the focus to the heading", () => {
  expect(focusAfter("charge-point", "4711", "log")).toBe("CP1");
});

test("what is hidden with its view, too", () => {
  expect(focusAfter("log", "Export", "answers")).toBe("CP1");
});

test("what stays keeps the focus", () => {
  expect(focusAfter("log", "Answers", "answers")).toBe("Answers");
});
