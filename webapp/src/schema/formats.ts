/** RFC 3339: with seconds and with a zone, as OCPP asks for it. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;
const address = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** What `format` means in the schemas. */
export const formats: Record<string, (text: string) => boolean> = {
  "date-time": (text) => moment.test(text) && isRead(text),
  uri: (text) => address.test(text),
};

export type MomentFault = "no zone" | "short zone" | "not a moment";

// The clocks of real chargers: a blank for the T, no seconds, no zone, "+03" or "+0300" for a zone.
const loose = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?) ?(Z|[+-]\d\d:?(?:\d\d)?)?$/i;

/** Why a text is no moment in OCPP's sense; most software reads the first two all the same. */
export function momentFault(text: string): MomentFault {
  const [, day = "", time = "", zone] = loose.exec(text) ?? [];
  if (day === "" || !isRead(`${day}T${time.replace(",", ".")}Z`)) return "not a moment";
  return zone === undefined ? "no zone" : "short zone";
}

function isRead(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** Characters as people count them: an emoji of two code units is one. */
export function characters(text: string): number {
  return Array.from(text).length;
}
