/** Numbers and times as people read them. Payloads are never passed through here. */

export type Zone = "local" | "utc";

const thin = "\u2009";
const narrow = "\u202F";
const dash = "–";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 1 281, with a thin space. */
export function count(value: number): string {
  return Math.trunc(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, thin);
}

/** "1 frame", "1 281 frames". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** How long something has lasted: 2 s, 3 min, 2 h 14 min, 6 d 3 h. */
export function age(ms: number): string {
  const span = Math.max(0, ms);
  if (span < minute) return `${Math.floor(span / second)} s`;
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < day) return twoParts(span, hour, "h", minute, "min");
  return twoParts(span, day, "d", hour, "h");
}

function twoParts(span: number, big: number, bigUnit: string, small: number, smallUnit: string): string {
  const rest = Math.floor((span % big) / small);
  const head = `${count(span / big)} ${bigUnit}`;
  return rest === 0 ? head : `${head} ${rest} ${smallUnit}`;
}

/** How long an answer took: 3 ms, 4.2 s, 42 s. */
export function latency(ms: number): string {
  if (ms < second) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 9950) return `${(ms / second).toFixed(1)} s`;
  return ms < minute ? `${Math.round(ms / second)} s` : age(ms);
}

/** A span that somebody set, as it was typed: 5 s, 90 s, 0.5 s. */
export function setSpan(ms: number): string {
  return `${Number((ms / second).toFixed(1))} s`;
}

/** How long something waits by now; always with tenths below 10 s, so that the figure runs. */
export function waiting(ms: number): string {
  return ms < 9950 ? `${(Math.max(0, ms) / second).toFixed(1)} s` : age(ms);
}

/** 12:41:40.000 */
export function clock(at: number, zone: Zone): string {
  return `${clockSeconds(at, zone)}.${milliseconds(at)}`;
}

export function milliseconds(at: number): string {
  return pad(((at % second) + second) % second, 3);
}

/** 12:41:40 */
export function clockSeconds(at: number, zone: Zone): string {
  const { hours, minutes, seconds } = fields(at, zone);
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}`;
}

/** 12:41 today, "yesterday 18:03", "18 Nov 21:31". */
export function moment(at: number, now: number, zone: Zone): string {
  const time = clockSeconds(at, zone).slice(0, 5);
  if (dayKey(at, zone) === dayKey(now, zone)) return time;
  if (dayKey(at, zone) === dayKey(now - day, zone)) return `yesterday ${time}`;
  const { date, month } = fields(at, zone);
  return `${date} ${months[month] ?? ""} ${time}`;
}

/** Friday, 20 November 2026: the line in the log at midnight. */
export function dateLine(at: number, zone: Zone): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "full", ...(zone === "utc" ? { timeZone: "UTC" } : {}) }).format(
    at,
  );
}

/** Equal for two instants of the same calendar day. */
export function dayKey(at: number, zone: Zone): string {
  const { year, month, date } = fields(at, zone);
  return `${year}-${month}-${date}`;
}

/** What hover and focus tell of a time: UTC in ISO 8601 and the distance to the frame before. */
export function exactTime(at: number, before?: number): string {
  const iso = new Date(at).toISOString();
  return before === undefined ? iso : `${iso} · ${((at - before) / second).toFixed(3)} s after the frame before`;
}

/** A figure and its unit, a narrow space between: 7.36 kW. Unknown is a dash, never 0. */
export function quantity(value: number | undefined, unit: string): string {
  return value === undefined || !Number.isFinite(value) ? dash : `${figure(value, unit)}${narrow}${unit}`;
}

/** The figure alone, with the decimals its unit is read with. */
export function figure(value: number, unit: string): string {
  const digits = decimals(value, unit);
  const [whole = "", rest] = Math.abs(value).toFixed(digits).split(".");
  const text = count(Number(whole)) + (rest === undefined ? "" : `.${rest}`);
  return value < 0 && Number(text.replace(thin, "")) !== 0 ? `−${text}` : text;
}

function decimals(value: number, unit: string): number {
  if (unit === "kWh") return Math.abs(value) < 1 ? 3 : 2;
  if (unit === "kW" || unit === "kvar" || unit === "kVA") return 2;
  if (unit === "A") return 1;
  return 0;
}

/** Size of a frame: "412 bytes". */
export function bytes(size: number): string {
  return counted(size, "byte");
}

function fields(at: number, zone: Zone) {
  const time = new Date(at);
  return zone === "utc"
    ? {
        year: time.getUTCFullYear(),
        month: time.getUTCMonth(),
        date: time.getUTCDate(),
        hours: time.getUTCHours(),
        minutes: time.getUTCMinutes(),
        seconds: time.getUTCSeconds(),
      }
    : {
        year: time.getFullYear(),
        month: time.getMonth(),
        date: time.getDate(),
        hours: time.getHours(),
        minutes: time.getMinutes(),
        seconds: time.getSeconds(),
      };
}

function pad(value: number, width: number): string {
  return Math.trunc(value).toString().padStart(width, "0");
}
