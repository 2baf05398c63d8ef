import type { FrameEnvelope, Opened } from "../../engine/envelope";
import { parseFrame } from "../../engine/frame";
import type { Mark } from "../../live/contract";
import type { Entry } from "../../store/kept";
import { Addresses, type AddressKind, mapAddresses } from "./addresses";
import { fieldKind, holdsWords } from "./fields";
import { type Leaf, leavesOf } from "./leaves";
import { mapUrl } from "./url";
import { Secrets } from "./secrets";
import { type Chance, shaped } from "./shape";

/**
 * Takes from a log who and where somebody is: first `learn` every entry, then `entry` gives each without what was learned.
 * Times, figures, statuses and every byte between stay as they were, and the same secret gets the same pseudonym.
 */
export class Disguise {
  private readonly secrets: Secrets;
  private readonly addresses = new Addresses();

  constructor(
    names: readonly string[],
    private readonly chance: Chance,
  ) {
    this.secrets = new Secrets(chance);
    for (const name of names) {
      this.secrets.add(name);
      // As it stands in an address.
      const encoded = encodeURIComponent(name.replace(/\p{Cs}/gu, "\ufffd"));
      if (encoded !== name) this.secrets.add(encoded);
    }
  }

  identity(identity: string): string {
    return identity === "" ? "" : this.secrets.pseudonym(identity);
  }

  /** The tab that wrote the file. */
  client(client: string | null): string | null {
    return client === null ? null : this.secrets.pseudonym(client);
  }

  learn(entry: Entry): void {
    switch (entry.type) {
      case "opened":
        return this.learnHandshake(entry);
      case "frame":
        if (entry.client !== undefined) this.secrets.add(entry.client);
        return this.learnText(textOf(entry));
      case "role":
        if (entry.holder !== null) this.secrets.add(entry.holder);
        return this.learnMachine(entry.name);
      case "closed":
      case "life":
        return;
    }
  }

  entry(entry: Entry): Entry {
    switch (entry.type) {
      case "opened":
        return { ...entry, remote: this.words(entry.remote), headers: this.headers(entry.headers) };
      case "frame":
        return this.frame(entry);
      case "closed":
        return { ...entry, reason: this.words(entry.reason) };
      case "role":
        return { ...entry, holder: this.client(entry.holder), name: entry.name && this.words(entry.name) };
      case "life":
        return { ...entry, words: this.words(entry.words) };
    }
  }

  mark(mark: Mark): Mark {
    return { ...mark, note: this.words(mark.note) };
  }

  // ---- learning

  private learnHandshake({ headers }: Opened): void {
    for (const [name, value] of Object.entries(headers)) {
      if (/^(x-forwarded-)?(host|server)$/i.test(name)) this.learnHost(value.replace(/:\d+$/, ""));
      if (fieldKind(name, null) === "secret") this.secrets.add(value);
      this.learnAddresses(value);
    }
  }

  private learnText(text: string): void {
    const frame = parseFrame(text);
    if (frame.kind === "call" || frame.kind === "send") this.secrets.addWord(frame.action);
    if (frame.kind === "error" || frame.kind === "result-error") this.secrets.addWord(frame.code);
    const leaves = leavesOf(text);
    for (const leaf of leaves ?? []) this.learnLeaf(leaf);
    if (leaves === null) this.learnRuins(text);
  }

  private learnRuins(text: string): void {
    this.learnAddresses(text);
    for (const [, , key = "", value = ""] of text.matchAll(fieldsInRuins))
      if (fieldKind(key, null) === "secret") this.secrets.add(unquoted(value));
  }

  private learnLeaf({ is, kind, text, key }: Leaf): void {
    if (is === "key") return this.secrets.addWord(text);
    if (kind === "secret") return this.secrets.add(text);
    if (kind === "opaque" || isPem(text)) return this.secrets.add(text, blurred(text, this.chance));
    if (key !== null && holdsWords(key)) this.secrets.addWord(text);
    this.learnAddresses(text);
  }

  private learnAddresses(text: string): void {
    mapAddresses(
      text,
      (found, kind) => {
        if (kind === "url") mapUrl(found, this.learning);
        return "";
      },
      () => "",
    );
  }

  private learnHost(host: string): string {
    const isName = /[a-z]/i.test(host) && !host.includes(":");
    if (isName && this.addresses.host(host) !== host) this.secrets.add(host, this.addresses.host(host));
    return host;
  }

  /** "bench-2" of "Firefox on bench-2". */
  private learnMachine(name: string | null): void {
    const machine = / on (.+)$/.exec(name ?? "")?.[1];
    if (machine !== undefined && !/^(Linux|Windows|a Mac|Android|iOS|ChromeOS)$/.test(machine)) this.learnHost(machine);
  }

  /** A parameter may be anything; what looks like a token is looked for elsewhere, too. */
  private readonly learning = {
    host: (host: string): string => this.learnHost(host),
    word: (word: string): string => this.add(word),
    value: (value: string): string => (/^(?=.*\d).{8,}$/.test(value) ? this.add(value) : value),
    path: (path: string): string => path,
  };

  private add(word: string): string {
    this.secrets.add(word);
    return word;
  }

  // ---- disguising

  private frame(frame: FrameEnvelope): FrameEnvelope {
    const other = { ...frame };
    if (frame.text !== undefined) other.text = this.text(frame.text);
    // Bytes as letters: a pseudonym is ASCII, so they stay bytes.
    if (frame.base64 !== undefined) other.base64 = btoa(this.ruins(atob(frame.base64)));
    if (frame.client !== undefined) other.client = this.secrets.pseudonym(frame.client);
    if (frame.ref !== undefined) other.ref = this.words(frame.ref);
    if (frame.by !== undefined) other.by = this.words(frame.by);
    return other;
  }

  private text(text: string): string {
    const leaves = leavesOf(text);
    if (leaves === null) return this.ruins(text);
    let [result, copied] = ["", 0];
    for (const leaf of leaves) {
      const other = this.leaf(leaf);
      if (other === leaf.text) continue;
      result += text.slice(copied, leaf.offset) + (leaf.is === "number" ? other : JSON.stringify(other));
      copied = leaf.offset + leaf.length;
    }
    return result + text.slice(copied);
  }

  private leaf({ text, is, kind, key }: Leaf): string {
    if (is === "number") return kind === "secret" || this.isLongSecret(text) ? this.number(text) : text;
    if (text !== "" && (kind !== null || isPem(text))) return this.secrets.pseudonym(text);
    if (this.secrets.isWord(text)) return text;
    // "4.7.1.0" is no address there.
    return key?.toLowerCase().endsWith("version") === true ? this.secrets.replace(text) : this.words(text);
  }

  private isLongSecret(figures: string): boolean {
    return figures.length >= 8 && this.secrets.has(figures);
  }

  private number(text: string): string {
    const other = this.secrets.pseudonym(text);
    return /^-?[1-9]\d*$/.test(other) ? other : "0";
  }

  /** What is no JSON: fields as far as they can be made out, and whatever is known from elsewhere. */
  private ruins(text: string): string {
    const fields = text.replace(fieldsInRuins, (all: string, before: string, key: string, value: string) => {
      const secret = unquoted(value);
      if (fieldKind(key, null) === null || secret === "") return all;
      return before + value.slice(0, value.length - secret.length) + this.secrets.pseudonym(secret);
    });
    return this.words(fields);
  }

  private words(text: string): string {
    return mapAddresses(
      text,
      (found, kind) => this.address(found, kind),
      (between) => this.secrets.replace(between),
    );
  }

  private address(found: string, kind: AddressKind): string {
    if (kind !== "url") return this.addresses.of(found, kind);
    const word = (text: string): string => this.secrets.pseudonym(text);
    const host = (name: string): string => mapHost(name, this.addresses);
    return mapUrl(found, { host, word, value: word, path: (path) => this.words(path) });
  }

  private headers(headers: Record<string, string>): Record<string, string> {
    const other = ([name, value]: [string, string]): [string, string] => {
      if (fieldKind(name, null) === "secret") return [name, this.secrets.pseudonym(value)];
      const [, host = "", port = ""] = /^(x-forwarded-)?host$/i.test(name) ? (/^(.*?)(:\d+)?$/.exec(value) ?? []) : [];
      return [name, host === "" ? this.words(value) : mapHost(host, this.addresses) + port];
    };
    return Object.fromEntries(Object.entries(headers).map(other));
  }
}

/** `"idTag": "04A1` in JSON that was cut, `<idTag>04A1</idTag>` in XML: what stands before, the key, and the value. */
const fieldsInRuins = /((?:"|<(?:\w+:)?)([\w-]+)(?:"\s*:\s*|>))("(?:[^"\\]|\\.)*|[^"<,}\]\s][^"<,}\]]*)/gs;

function unquoted(value: string): string {
  return value.replace(/^"/, "");
}

function isPem(text: string): boolean {
  return text.includes("-----BEGIN ");
}

function textOf({ text, base64 }: FrameEnvelope): string {
  return text ?? atob(base64 ?? "");
}

function blurred(text: string, chance: Chance): string {
  return text
    .split("\n")
    .map((line) => (line.startsWith("-----") || line === "" ? line : shaped(line, chance)))
    .join("\n");
}

function mapHost(host: string, addresses: Addresses): string {
  if (host.includes(":")) return `[${addresses.of(host.replace(/[[\]]/g, ""), "v6")}]`;
  return /[a-z]/i.test(host) ? addresses.host(host) : addresses.of(host, "v4");
}
