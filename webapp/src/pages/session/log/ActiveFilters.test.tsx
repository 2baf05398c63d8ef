// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { draw } from "../../../test/page";
import { sampleCharger } from "../../../test/sample_charger";
import { ActiveFilters } from "./ActiveFilters";
import { type Filter, isFiltering, noFilter } from "./filter";

afterEach(cleanup);

function Log() {
  const [filter, setFilter] = useState<Filter>({ ...noFilter, actions: ["Authorize"], transaction: "4711" });
  const given = { charger: sampleCharger("CP1"), shown: 2, unseen: 0, loading: false };
  return (
    <div data-log>
      {isFiltering(filter) && <ActiveFilters {...given} filter={filter} setFilter={setFilter} />}
      <div role="row" tabIndex={0}>
        Boot
      </div>
    </div>
  );
}

test("a filter that is taken away leaves the focus to the next, the last one to the log", async () => {
  draw(<Log />);
  fireEvent.click(screen.getByRole("button", { name: "Remove Authorize" }));
  const cross = screen.getByRole("button", { name: "Remove Transaction 4711" });
  await waitFor(() => expect(document.activeElement).toBe(cross));
  fireEvent.click(cross);
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Boot"));
});
