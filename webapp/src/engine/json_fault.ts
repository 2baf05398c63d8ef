import type { JsonFault } from "./json";

const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const quote = 0x22;
const backslash = 0x5c;
const literal = /true|false|null/y;
/** A number or a literal that the end of the text cut off. */
const unfinished = /(?:-|-?(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][+-]?)|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/y;

type Wanted = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or ]" | "comma or }" | "end";

const words: Record<Wanted, string> = {
  value: "a value",
  "value or ]": "a value or ]",
  key: 'a name in "quotes"',
  "key or }": 'a name in "quotes" or }',
  colon: "a colon",
  "comma or ]": "a comma or ]",
  "comma or }": "a comma or }",
  end: "the end",
};

/** Walks a text that `JSON.parse` refused, without recursion, to the place where it stops being JSON. */
export function jsonFault(text: string): JsonFault {
  const walk = new Walk(text);
  while (walk.step());
  return { at: walk.at, ended: walk.at >= text.length, expected: words[walk.wanted] };
}

class Walk {
  at = 0;
  wanted: Wanted = "value";
  private readonly open: ("[" | "{")[] = [];

  constructor(private readonly text: string) {}

  step(): boolean {
    this.take(space);
    switch (this.wanted) {
      case "value":
      case "value or ]":
        return this.value();
      case "key":
      case "key or }":
        return this.key();
      case "colon":
        return this.mark(":", "value");
      case "comma or ]":
        return this.mark(",", "value") || this.close("]");
      case "comma or }":
        return this.mark(",", "key") || this.close("}");
      case "end":
        return false;
    }
  }

  private value(): boolean {
    if (this.wanted === "value or ]" && this.close("]")) return true;
    if (this.mark("[", "value or ]")) return this.nest("[");
    if (this.mark("{", "key or }")) return this.nest("{");
    if (this.take(unfinished)) return false;
    return (this.string() || this.take(number) || this.take(literal)) && this.settle();
  }

  private key(): boolean {
    if (this.wanted === "key or }" && this.close("}")) return true;
    if (!this.string()) return false;
    this.wanted = "colon";
    return true;
  }

  private close(mark: "]" | "}"): boolean {
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    this.open.pop();
    return this.settle();
  }

  private settle(): true {
    const inside = this.open.at(-1);
    this.wanted = inside === "[" ? "comma or ]" : inside === "{" ? "comma or }" : "end";
    return true;
  }

  private nest(mark: "[" | "{"): true {
    this.open.push(mark);
    return true;
  }

  private mark(mark: string, next: Wanted): boolean {
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    this.wanted = next;
    return true;
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found !== null;
  }

  /** By hand: a pattern that repeats over a megabyte can exhaust the engine's stack. Stops at what is wrong. */
  private string(): boolean {
    if (this.text[this.at] !== '"') return false;
    this.at += 1;
    while (this.at < this.text.length) {
      const unit = this.text.charCodeAt(this.at);
      if (unit === quote) {
        this.at += 1;
        return true;
      }
      if (unit < 0x20) return false;
      if (unit !== backslash) this.at += 1;
      else if (!this.take(escape)) return this.badEscape();
    }
    return false;
  }

  /** An escape that the end of the text cut off is not wrong, only unfinished. */
  private badEscape(): false {
    if (/^\\(?:u[0-9a-fA-F]{0,3})?$/.test(this.text.slice(this.at, this.at + 6))) this.at = this.text.length;
    return false;
  }
}
