import { lookOf } from "./look";

/** How a series is drawn, for its name. */
export function Dash({ place, scheme }: { place: number; scheme: "light" | "dark" }) {
  const { color, dash } = lookOf(place, scheme);
  return (
    <svg width="16" height="4" aria-hidden="true">
      <line x1="0" y1="2" x2="16" y2="2" stroke={color} strokeWidth="2" strokeDasharray={dash.join(" ")} />
    </svg>
  );
}
