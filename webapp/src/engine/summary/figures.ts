/** Between a number and its unit. */
const narrow = "\u202f";
/** Between thousands. */
const thin = "\u2009";

export function withUnit(figure: string, unit: string): string {
  return `${figure}${narrow}${unit}`;
}

/** A register of a meter: always to the watt-hour. */
export function register(wattHours: number): string {
  return withUnit(grouped((wattHours / 1000).toFixed(3)), "kWh");
}

/** A measured value in the unit people use for it. */
export function measured(value: number, unit: string): string {
  switch (unit) {
    case "W":
      return withUnit(kilo(value / 1000), "kW");
    case "kW":
      return withUnit(kilo(value), "kW");
    case "Wh":
      return register(value);
    case "kWh":
      return register(value * 1000);
    case "V":
      return withUnit(value.toFixed(0), "V");
    case "A":
      return withUnit(trimmed(value, 1), "A");
    case "Percent":
    case "Percentage":
    case "%":
      return withUnit(trimmed(value, 0), "%");
    case "Celsius":
    case "Celcius":
      return withUnit(trimmed(value, 0), "°C");
    default:
      return unit === "" ? trimmed(value, 3) : withUnit(trimmed(value, 3), unit);
  }
}

/** A limit, as it was set: "16 A", "11 kW". */
export function limit(value: number, unit: string): string {
  if (unit === "W" && value >= 1000) return withUnit(trimmed(value / 1000, 3), "kW");
  return withUnit(trimmed(value, 1), unit);
}

function grouped(figure: string): string {
  return figure.replace(/\B(?=(\d{3})+\.)/g, thin);
}

export function trimmed(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

function kilo(value: number): string {
  if (value === 0) return "0";
  return Math.abs(value) < 1 ? value.toFixed(3) : value.toFixed(2);
}

const longest = 90;

/** At most 90 characters, cut between words. */
export function cut(text: string): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1);
  const space = head.lastIndexOf(" ");
  return `${(space > longest / 2 ? head.slice(0, space) : head).replace(/[,;:]$/, "")}…`;
}

/** "3 keys: a, b, …": as many whole items as fit. */
export function counted(noun: string, items: readonly string[]): string {
  const head = `${plural(items.length, noun)}: `;
  let shown = items[0] ?? "";
  let count = 1;
  while (count < items.length && head.length + shown.length + (items[count]?.length ?? 0) + 5 <= longest) {
    shown += `, ${items[count] ?? ""}`;
    count += 1;
  }
  return head + shown + (count < items.length ? ", …" : "");
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Joins what is there; absent fields leave no trace. */
export function joined(separator: string, ...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(separator);
}
