import { type Chance, shaped } from "./shape";
import { Trie } from "./trie";

/** From here on a value is replaced even inside of other words. */
const unmistakable = 8;
const shortest = 3;

/** What must not leave, and what stands for it. The same secret gets the same pseudonym. */
export class Secrets {
  /** By the secret in lower case: tags are compared without case. */
  private readonly known = new Map<string, string | null>();
  private readonly words = new Set<string>();
  private readonly taken = new Set<string>();
  private found: Trie | null = null;

  constructor(private readonly chance: Chance) {}

  /** `pseudonym`: what stands for it, when its shape would not do. */
  add(secret: string, pseudonym: string | null = null): void {
    const key = secret.toLowerCase();
    if (secret.trim() !== "" && !this.known.has(key)) this.known.set(key, pseudonym);
  }

  has(secret: string): boolean {
    return this.known.has(secret.toLowerCase());
  }

  /** A word of the standard, or of the vendor's own keys. */
  addWord(word: string): void {
    if (/^[a-z][a-z.-]*$/i.test(word)) this.words.add(word.toLowerCase());
  }

  isWord(text: string): boolean {
    return this.words.has(text.toLowerCase());
  }

  /** Of a field that is a secret by its name. */
  pseudonym(secret: string): string {
    const key = secret.toLowerCase();
    const before = this.known.get(key);
    const other = before ?? this.fresh(key);
    if (before == null) this.known.set(key, other);
    return recased(other, secret);
  }

  /** Any other text, with what is known replaced. */
  replace(text: string): string {
    this.found ??= this.index();
    return this.found.replace(text, (secret) => this.pseudonym(secret));
  }

  private index(): Trie {
    const found = new Trie();
    for (const secret of this.known.keys()) {
      if (this.isTelling(secret)) found.add(secret, secret.length < unmistakable);
    }
    return found;
  }

  /** Short figures and the standard's own words would be found where they mean something else. */
  private isTelling(secret: string): boolean {
    const figure = /^[\d.,-]+$/.test(secret) && secret.length < unmistakable;
    return secret.length >= shortest && !figure && !this.isWord(secret);
  }

  private fresh(key: string): string {
    for (let attempt = 0; ; attempt += 1) {
      // Should all of one shape be in use, a longer one is not.
      const other = shaped(key, this.chance) + (attempt < 20 ? "" : String(attempt));
      if (this.taken.has(other) || this.known.has(other) || this.words.has(other)) continue;
      this.taken.add(other);
      return other;
    }
  }
}

/** Capitals where the secret has them. */
function recased(other: string, secret: string): string {
  if (secret === secret.toLowerCase() || other.length < secret.length) return other;
  return other.replace(/[a-z]/g, (letter, at: number) =>
    /\p{Lu}/u.test(secret.charAt(at)) ? letter.toUpperCase() : letter,
  );
}
