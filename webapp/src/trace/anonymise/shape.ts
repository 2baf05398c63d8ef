/** A number that is at least 0 and less than 1. */
export type Chance = () => number;

const shortest = 6;
const digits = "0123456789";
const hexLetters = "abcdef";
const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * Another text of the same shape: a digit for a digit, a letter for a letter (and for what is neither, beyond ASCII),
 * punctuation as it was. Hexadecimal stays so, a number stays a number. What is very short gets longer, so that there are
 * enough of them.
 */
export function shaped(text: string, chance: Chance): string {
  const pick = (list: string): string => list.charAt(Math.floor(chance() * list.length));
  const alphabet = /^(?=.*\d)[\da-f\s:.-]+$/i.test(text) ? hexLetters : letters;
  const replaced = /[\p{L}\d]/u.test(text) ? /[^\x21-\x7e\s]|[a-z]/giu : /./gsu;
  const other = text
    .replace(replaced, (letter) => (/\p{Lu}/u.test(letter) ? pick(alphabet).toUpperCase() : pick(alphabet)))
    .replace(/\d/g, (_digit, at: number) => pick(at === 0 ? digits.slice(1) : digits));
  return other + Array.from({ length: Math.max(0, shortest - other.length) }, () => pick(digits)).join("");
}
