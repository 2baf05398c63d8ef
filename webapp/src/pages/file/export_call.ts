/** "More → Export" opens the menu that stands in the log. */
const event = "ocpp-relay:export";

export function callExport(): void {
  dispatchEvent(new Event(event));
}

export function onExportCall(then: () => void): () => void {
  addEventListener(event, then);
  return () => removeEventListener(event, then);
}
