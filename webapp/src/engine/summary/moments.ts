const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const pattern = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d)(:\d\d)?[\d.,]*(Z|[+-]\d\d(?::?\d\d)?)?/i;

/** The time of day as it was sent, with its zone when it names one: "11:40:31 UTC". */
export function timeOfDay(sent: string): string {
  const [, , , , minutes, seconds, zone] = pattern.exec(sent) ?? [];
  if (minutes === undefined) return sent;
  const named = zone === undefined ? "" : zone.toUpperCase() === "Z" ? " UTC" : ` ${zone}`;
  return `${minutes}${seconds ?? ""}${named}`;
}

/** Day and time as they were sent: "21 Nov 12:00". */
export function dayAndTime(sent: string): string {
  const [, , month, day, minutes] = pattern.exec(sent) ?? [];
  if (minutes === undefined) return sent;
  return `${Number(day)} ${months[Number(month) - 1] ?? month ?? ""} ${minutes}`;
}

/** Unix milliseconds of a charger's timestamp; one without a zone is taken as UTC. */
export function instant(sent: string): number | undefined {
  const [, , , , , , zone] = pattern.exec(sent) ?? [];
  const at = Date.parse(zone === undefined ? `${sent}Z` : /^[+-]\d\d$/.test(zone) ? `${sent}:00` : sent);
  return Number.isNaN(at) ? undefined : at;
}
