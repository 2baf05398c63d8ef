import { Prose } from "./Prose";
import { shellWords } from "../words/shell";

export function UnknownPage() {
  return (
    <Prose title={shellWords.unknown.title}>
      <p>
        {shellWords.unknown.words} <a href="#/">{shellWords.unknown.link}</a>
      </p>
    </Prose>
  );
}
