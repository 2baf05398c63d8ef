/** Where a key leads in a list of so many lines; null when it is no such key. */
export function moved(key: string, at: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const from = at < 0 ? count : at;
  switch (key) {
    case "ArrowUp":
      return Math.max(0, from - 1);
    case "ArrowDown":
      return Math.min(count - 1, from + 1);
    case "PageUp":
      return Math.max(0, from - page);
    case "PageDown":
      return Math.min(count - 1, from + page);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
