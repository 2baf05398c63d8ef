import { describe } from "../../../responder/describe";
import type { Rule } from "../../../responder/rule";
import css from "./Answers.module.css";

/** The rule, read aloud; what arrives stands out, and so does what goes back. */
export function Sentence({ rule }: { rule: Pick<Rule, "when" | "answer"> }) {
  return describe(rule).map(({ text, tone }, at) =>
    tone === "plain" ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence have no other name.
      <b key={at} className={css[tone]}>
        {text}
      </b>
    ),
  );
}
