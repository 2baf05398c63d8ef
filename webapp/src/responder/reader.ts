import { isObject, type Json, type JsonObject } from "../engine/json";

/** What is wrong, and where: `$.rules[2].when.nth`. */
export interface Wrong {
  path: string;
  words: string;
}

/**
 * Reads JSON that may come from anywhere, strictly: what is missing, of the wrong kind, too long or not known is told in
 * a sentence, and reading goes on, so that everything is told at once.
 */
export class Reader {
  readonly wrong: Wrong[] = [];

  fail(path: string, words: string): void {
    if (this.wrong.length < mostWrong) this.wrong.push({ path, words });
  }

  /** An object with no other keys than these. */
  object(value: Json | undefined, path: string, keys: readonly string[]): JsonObject {
    if (!isObject(value)) {
      this.fail(path, value === undefined ? "This is missing." : "This must be an object.");
      return {};
    }
    for (const key of Object.keys(value))
      if (!keys.includes(key))
        this.fail(`${path}.${key}`, `Nothing is called “${key}” here. Known: ${keys.join(", ")}.`);
    return value;
  }

  list<T>(value: Json | undefined, path: string, most: number, read: (item: Json, path: string) => T): T[] {
    if (!Array.isArray(value)) {
      this.fail(path, value === undefined ? "This is missing." : "This must be a list.");
      return [];
    }
    if (value.length > most) this.fail(path, `There may be at most ${most}, not ${value.length}.`);
    return value.slice(0, most).map((item, index) => read(item, `${path}[${index}]`));
  }

  text(value: Json | undefined, path: string, most: number, least = 0): string {
    if (typeof value !== "string") {
      this.fail(path, value === undefined ? "This is missing." : "This must be text.");
      return "";
    }
    if (value.length < least) this.fail(path, "This must not be empty.");
    if (value.length > most) this.fail(path, `This may have at most ${most} characters, not ${value.length}.`);
    return value;
  }

  whole(value: Json | undefined, path: string, from: number, to: number): number {
    const number = this.number(value, path, from, to);
    if (!Number.isInteger(number)) this.fail(path, "This must be a whole number.");
    return number;
  }

  number(value: Json | undefined, path: string, from = -Infinity, to = Infinity): number {
    if (typeof value !== "number") {
      this.fail(path, value === undefined ? "This is missing." : "This must be a number.");
      return Math.max(from, 0);
    }
    if (value < from || value > to) this.fail(path, `This must be from ${from} to ${to}.`);
    return value;
  }

  truth(value: Json | undefined, path: string): boolean {
    if (typeof value !== "boolean")
      this.fail(path, value === undefined ? "This is missing." : "This must be true or false.");
    return value === true;
  }

  choice<T extends string>(value: Json | undefined, path: string, choices: readonly [T, ...T[]]): T {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.fail(path, `This must be one of: ${choices.join(", ")}.`);
    return found ?? choices[0];
  }
}

const mostWrong = 50;
