/** The colours by meaning. Components use these names (as `var(--name)`), never a raw shade. */
export const light = {
  canvas: "#F5F6F8",
  surface: "#FFFFFF",
  raised: "#FFFFFF",
  sunken: "#F0F2F5",
  hover: "#F4F5F8",
  selected: "#E9EBFB",
  line: "#E4E7EC",
  "line-strong": "#C6CCD5",
  control: "#868F9D",
  text: "#14181F",
  "text-2": "#475061",
  "text-3": "#5D6676",
  us: "#4348C8",
  "us-soft": "#ECEDFC",
  "us-fill": "#4A4FD6",
  cp: "#0A7468",
  "cp-soft": "#DFF3EF",
  ok: "#187743",
  "ok-soft": "#E3F4EA",
  "ok-dot": "#27A567",
  warn: "#865600",
  "warn-soft": "#FFF3D9",
  "warn-dot": "#E9A21A",
  bad: "#BC2A2A",
  "bad-soft": "#FDECEB",
  "bad-dot": "#D94040",
  "json-key": "#0A7468",
  "json-string": "#8A4B12",
  "json-number": "#4348C8",
} as const;

export type Token = keyof typeof light;

export const dark: Record<Token, string> = {
  canvas: "#0D1014",
  surface: "#14181E",
  raised: "#262D38",
  sunken: "#0F1217",
  hover: "#191E25",
  selected: "#22264A",
  line: "#252B34",
  "line-strong": "#3D4654",
  control: "#687384",
  text: "#E8EBF0",
  "text-2": "#AEB7C4",
  "text-3": "#8A94A4",
  us: "#A3A8FF",
  "us-soft": "#22264D",
  "us-fill": "#5A60E4",
  cp: "#4FCBB9",
  "cp-soft": "#12322E",
  ok: "#56C78F",
  "ok-soft": "#12301F",
  "ok-dot": "#2FA56B",
  warn: "#F0B94F",
  "warn-soft": "#372A0F",
  "warn-dot": "#E0A030",
  bad: "#FF8F89",
  "bad-soft": "#3B1B1C",
  "bad-dot": "#E5534B",
  "json-key": "#5FD0BF",
  "json-string": "#E8B27A",
  "json-number": "#A9AEFF",
};

/** Ink of the badge that counts waiting calls; stands on `warn-dot` in both schemes. */
export const badgeInk = "#231700";

const shadow = {
  light: { card: "0 1px 2px rgb(16 24 40 / .05)", menu: "0 8px 28px rgb(16 24 40 / .14)" },
  dark: { card: "none", menu: "0 10px 32px rgb(0 0 0 / .55)" },
} as const;

/** The CSS variables of one scheme, for Mantine's resolver. */
export function variablesOf(scheme: "light" | "dark"): Record<string, string> {
  const palette: Record<Token, string> = scheme === "light" ? light : dark;
  const named = Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--${name}`, value]));
  return {
    ...named,
    "--badge-ink": badgeInk,
    "--shadow-card": shadow[scheme].card,
    "--shadow-menu": shadow[scheme].menu,
  };
}
