import { fileIdentity } from "../live/files/file_identity";

/** Where the page is: the hash, read and written. Identities are percent-encoded once. */

export type View = "log" | "charge-point" | "answers" | "commands";

export type Route =
  | { place: "start" }
  | { place: "session"; identity: string; view: View; item: string | null; query: URLSearchParams }
  | { place: "file"; view: View; query: URLSearchParams }
  | { place: "take"; packed: string }
  | { place: "help" }
  | { place: "settings" }
  | { place: "unknown"; hash: string };

export const views: readonly View[] = ["log", "charge-point", "answers", "commands"];

/** A file has no charger to answer or to command. */
const fileViews: readonly View[] = ["log", "charge-point"];

export function readRoute(hash: string): Route {
  const [path, search] = halves(hash.replace(/^#/, ""));
  const segments = path.split("/").filter((segment) => segment !== "");
  const [first, second, third, fourth] = segments;
  if (first === undefined) return { place: "start" };
  if (first === "settings" && segments.length === 1) return { place: "settings" };
  if (first === "help" && second === "connect" && segments.length === 2) return { place: "help" };
  if (first === "log" && segments.length <= 2 && fileViews.some((one) => one === viewOf(second)))
    return { place: "file", view: viewOf(second) ?? "log", query: new URLSearchParams(search) };
  const view = viewOf(third);
  const identity = second === undefined ? null : decoded(second);
  if (first === "take" && segments.length <= 2) return { place: "take", packed: second ?? "" };
  const most = view === "answers" || view === "commands" ? 4 : 3;
  if (first === "cp" && identity !== null && view !== null && segments.length <= most) {
    const item = fourth === undefined ? null : decoded(fourth);
    return { place: "session", identity, view, item, query: new URLSearchParams(search) };
  }
  return { place: "unknown", hash };
}

export function sessionHash(identity: string, view: View = "log", query?: URLSearchParams): string {
  const search = query?.toString() ?? "";
  const place = identity === fileIdentity ? "log" : `cp/${encodeURIComponent(identity)}`;
  return `#/${place}${view === "log" ? "" : `/${view}`}${search === "" ? "" : `?${search}`}`;
}

/** One rule of a charger, open in the editor. */
export function ruleHash(identity: string, rule: string): string {
  return `${sessionHash(identity, "answers")}/${encodeURIComponent(rule)}`;
}

/** One command of a charger, open in the large form; also "any" and "raw". */
export function commandHash(identity: string, action: string): string {
  return `${sessionHash(identity, "commands")}/${encodeURIComponent(action)}`;
}

function viewOf(segment: string | undefined): View | null {
  if (segment === undefined) return "log";
  return views.find((view) => view === segment && view !== "log") ?? null;
}

function halves(text: string): [string, string] {
  const at = text.indexOf("?");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
