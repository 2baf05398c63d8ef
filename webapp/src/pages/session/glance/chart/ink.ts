import { dark, light } from "../../../../style/tokens";
import type { Ink } from "./plot_options";

/** The colours of the scheme, as the canvas needs them. */
export function inkOf(scheme: "light" | "dark"): Ink {
  const tokens = scheme === "light" ? light : dark;
  return {
    scheme,
    text: tokens["text-2"],
    grid: tokens.line,
    cursor: tokens["text-2"],
    surface: tokens.surface,
    running: tokens["cp-soft"],
    ended: tokens.sunken,
    label: tokens["text-2"],
  };
}
