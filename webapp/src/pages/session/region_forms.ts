import type { View } from "../../parts/route";
import type { Layout } from "./layout";

/** How a region stands: large, beside the large one, as a folded bar at the foot, or not shown. */
export type Form = "large" | "dock" | "bar" | "hidden";

export interface RegionForm {
  region: View;
  form: Form;
}

const all: readonly View[] = ["log", "charge-point", "answers", "commands"];

/**
 * The four regions in the order the focus goes through them: the large one, then the dock from its top. A folded log
 * is a line at the foot instead.
 */
export function formsOf(view: View, layout: Layout, held = false, logFolded = false): RegionForm[] {
  const cardFirst =
    held && view !== "log" ? ["answers" as const, ...all.filter((region) => region !== "answers")] : all;
  const others = cardFirst.filter((region) => region !== view);
  return [
    { region: view, form: "large" },
    ...others.map((region): RegionForm => {
      const form = formOf(region, view, layout, held);
      return { region, form: region === "log" && form === "dock" && logFolded ? "hidden" : form };
    }),
  ];
}

function formOf(region: View, view: View, layout: Layout, held: boolean): Form {
  switch (layout) {
    case "phone":
      return "hidden";
    case "column":
      return region === "charge-point" ? "hidden" : "bar";
    case "wide":
    case "medium":
      // The strip stands for the charge point; a large region other than the log keeps the log beside it.
      if (view === "log") return region === "charge-point" ? "hidden" : "dock";
      // A call that waits for an answer is shown in every view.
      return region === "log" || (held && region === "answers") ? "dock" : "hidden";
  }
}
