export interface Look {
  color: string;
  dash: number[];
}

/** Hue and dash together, in this order (see the tokens of the charts). */
const light: Look[] = [
  { color: "#0A7468", dash: [] },
  { color: "#B03A7C", dash: [] },
  { color: "#4348C8", dash: [5, 4] },
  { color: "#8A4B12", dash: [2, 3] },
  { color: "#2B6CB0", dash: [] },
  { color: "#475061", dash: [8, 3] },
];

const dark = ["#4FCBB9", "#F08BC0", "#A3A8FF", "#E8B27A", "#7FB4F0", "#AEB7C4"];

/** How the n-th series is drawn; after six they begin anew with a longer dash. */
export function lookOf(place: number, scheme: "light" | "dark"): Look {
  const index = place % light.length;
  const { color, dash } = light[index] ?? { color: "", dash: [] };
  const round = Math.floor(place / light.length);
  return {
    color: scheme === "dark" ? (dark[index] ?? color) : color,
    dash: round === 0 ? dash : [10, 2, 2, 2 + round],
  };
}
