import type { Wrong } from "../../../../responder/reader";
import { answersWords } from "../../../../words/answers";

/** What is wrong with rules that came from elsewhere: the first thing, its place, and how many more. */
export function wrongWords([first, ...more]: readonly Wrong[]): string {
  if (first === undefined) return "";
  const place = first.path === "$" ? "" : `${first.path}: `;
  return `${place}${first.words}${more.length === 0 ? "" : answersWords.profile.andMore(more.length)}`;
}
