/** Addresses of every kind, known by their looks; they become addresses that are nobody's. */

const octet = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const parts = {
  url: "\\b[a-z][a-z0-9+.-]*:\\/\\/[^\\s\"'<>\\\\]+",
  mail: "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
  mac: "(?<![\\da-f:-])[\\da-f]{2}(?<gap>[:-])(?:[\\da-f]{2}\\k<gap>){4}[\\da-f]{2}(?![\\da-f:-])",
  v4: `(?<![\\d.])${octet}(?:\\.${octet}){3}(?![\\d.]*\\d)`,
  v6: "(?<![\\w:])(?:(?:[\\da-f]{1,4}:){7}[\\da-f]{1,4}|(?:[\\da-f]{1,4}:){1,6}(?::[\\da-f]{1,4}){1,6}|(?:[\\da-f]{1,4}:){1,7}:|::(?:[\\da-f]{1,4}:){0,6}[\\da-f]{1,4})(?![\\w:])",
};
const address = new RegExp(
  `(?<url>${parts.url})|(?<mail>${parts.mail})|(?<mac>${parts.mac})|(?<v6>${parts.v6})|(?<v4>${parts.v4})`,
  "giu",
);

const everybodys = new Set(["127.0.0.1", "0.0.0.0", "::1", "localhost"]);

export type AddressKind = "url" | "mail" | "mac" | "v4" | "v6";

/** The text with what is an address replaced by `one`, and what lies between by `between`. */
export function mapAddresses(
  text: string,
  one: (found: string, kind: AddressKind) => string,
  between: (text: string) => string,
): string {
  let [result, copied] = ["", 0];
  for (const match of text.matchAll(address)) {
    const kind = kinds.find((name) => match.groups?.[name] !== undefined);
    if (kind === undefined) continue;
    result += between(text.slice(copied, match.index)) + one(match[0], kind);
    copied = match.index + match[0].length;
  }
  return result + between(copied === 0 ? text : text.slice(copied));
}

const kinds: readonly AddressKind[] = ["url", "mail", "mac", "v4", "v6"];

/** Stands for addresses: for each its own, the same each time, out of ranges that belong to nobody. */
export class Addresses {
  private readonly known = new Map<string, Map<string, string>>();

  of(found: string, kind: Exclude<AddressKind, "url">): string {
    return everybodys.has(found) ? found : this.numbered(kind, found, (count) => invented(kind, count, found));
  }

  host(name: string): string {
    return everybodys.has(name) ? name : this.numbered("host", name, (count) => `host-${count}.example`);
  }

  private numbered(kind: string, found: string, invent: (count: number) => string): string {
    const alike = this.known.get(kind) ?? new Map<string, string>();
    this.known.set(kind, alike);
    const key = found.toLowerCase();
    const other = alike.get(key) ?? invent(alike.size + 1);
    alike.set(key, other);
    return other;
  }
}

function invented(kind: Exclude<AddressKind, "url">, count: number, found: string): string {
  switch (kind) {
    case "v4":
      return `198.${18 + (Math.floor(count / 65_536) % 2)}.${Math.floor(count / 256) % 256}.${count % 256}`;
    case "v6":
      return `2001:db8::${count.toString(16)}`;
    case "mail":
      return `user-${count}@mail.example`;
    case "mac": {
      const gap = found.charAt(2);
      return `020000${count.toString(16).padStart(6, "0")}`.replace(/(..)(?!$)/g, `$1${gap}`);
    }
  }
}
