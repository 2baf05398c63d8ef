/** A time in milliseconds in ISO 8601; what no calendar knows is the beginning of time. */
export function isoTime(at: number): string {
  const date = new Date(at);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString();
}
