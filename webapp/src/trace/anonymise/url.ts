/** What is done to the parts of an address: its host, what lets somebody in, and the path. */
export interface UrlParts {
  host: (host: string) => string;
  /** A user or a password. */
  word: (word: string) => string;
  /** Of a parameter. */
  value: (value: string) => string;
  path: (path: string) => string;
}

/** `scheme://user:password@host:port/path?key=value`; what is not there is left out. */
const shape = /^([^:]+:\/\/)(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/?#:]*)(:\d+)?([^?#]*)(\?[^#]*)?(#.*)?$/s;

/** Which parameters are none of anybody's business cannot be known, so none stays. */
export function mapUrl(url: string, parts: UrlParts): string {
  const [, scheme = "", credentials, host = "", port = "", path = "", query = "", hash = ""] = shape.exec(url) ?? [];
  if (scheme === "") return url;
  const filled = (text: string, other: (text: string) => string): string => (text === "" ? "" : other(text));
  const names = credentials?.split(":").map((text) => filled(text, parts.word));
  const who = names === undefined ? "" : `${names.join(":")}@`;
  const where = filled(host, parts.host);
  const asked = query.replace(/=([^&]*)/g, (_all, value: string) => `=${filled(value, parts.value)}`);
  return scheme + who + where + port + parts.path(path) + asked + parts.path(hash);
}
