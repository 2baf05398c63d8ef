interface Node {
  next: Map<number, Node>;
  /** Set where a word ends: whether it must stand by itself. */
  end: { alone: boolean } | null;
}

/** Finds known words in a text in one walk, however many are known; letters without case. */
export class Trie {
  private readonly root: Node = { next: new Map(), end: null };

  add(word: string, alone: boolean): void {
    let node = this.root;
    for (let at = 0; at < word.length; at += 1) {
      const code = folded(word.charCodeAt(at));
      let next = node.next.get(code);
      if (next === undefined) node.next.set(code, (next = { next: new Map(), end: null }));
      node = next;
    }
    node.end = { alone };
  }

  /** The text with each longest known word replaced. */
  replace(text: string, by: (word: string) => string): string {
    let [result, copied] = ["", 0];
    for (let at = 0; at < text.length; at += 1) {
      const end = this.longest(text, at);
      if (end === 0) continue;
      result += text.slice(copied, at) + by(text.slice(at, end));
      copied = end;
      at = end - 1;
    }
    return copied === 0 ? text : result + text.slice(copied);
  }

  private longest(text: string, start: number): number {
    let node: Node | undefined = this.root;
    let found = 0;
    for (let at = start; at < text.length; at += 1) {
      node = node.next.get(folded(text.charCodeAt(at)));
      if (node === undefined) break;
      if (node.end !== null && (!node.end.alone || standsAlone(text, start, at + 1))) found = at + 1;
    }
    return found;
  }
}

function folded(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !isWord(text.charAt(start - 1)) && !isWord(text.charAt(end));
}

function isWord(letter: string): boolean {
  return /[\p{L}\d]/u.test(letter);
}
