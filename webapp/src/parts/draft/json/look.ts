import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Decoration, EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const inks = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--json-key)" },
  { tag: tags.string, color: "var(--json-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--json-number)" },
]);

const surface = EditorView.theme({
  "&": { height: "100%", backgroundColor: "transparent", color: "var(--text)", fontSize: "var(--fs-code)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--mantine-font-family-monospace)",
    fontFeatureSettings: '"calt" 0, "zero"',
    lineHeight: "19px",
  },
  ".cm-content": { padding: "6px 0", caretColor: "var(--text)" },
  ".cm-line": { padding: "0 10px 0 4px" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--text-3)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "26px", padding: "0 8px 0 6px" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selected)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selected)", outline: "none" },
  ".cm-template": {
    color: "var(--us)",
    backgroundColor: "var(--us-soft)",
    borderRadius: "4px",
    padding: "1px 2px",
  },
  ".cm-template *": { color: "inherit" },
  ".cm-lintRange-warning": underlined("var(--warn-dot)"),
  ".cm-lintRange-error": underlined("var(--bad-dot)"),
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--text)",
    border: "1px solid var(--line-strong)",
    borderRadius: "8px",
    boxShadow: "var(--shadow-menu)",
    overflow: "hidden",
  },
  ".cm-diagnostic": { padding: "5px 10px", maxWidth: "360px", fontFamily: "var(--mantine-font-family)" },
  ".cm-diagnostic-warning": { borderLeft: "3px solid var(--warn-dot)" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--bad-dot)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mantine-font-family-monospace)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--selected)", color: "var(--text)" },
  ".cm-completionDetail": { color: "var(--text-3)", fontStyle: "normal" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
});

function underlined(colour: string) {
  return { backgroundImage: "none", textDecoration: `underline wavy ${colour}`, textUnderlineOffset: "3px" };
}

const templates = new MatchDecorator({
  regexp: /\{\{[^{}\n]*\}\}/g,
  decoration: Decoration.mark({ class: "cm-template" }),
});

const templateTags = ViewPlugin.define(
  (view) => ({
    marks: templates.createDeco(view),
    update(change: ViewUpdate) {
      this.marks = templates.updateDeco(change, this.marks);
    },
  }),
  { decorations: ({ marks }) => marks },
);

/** Colours from the tokens, so that both schemes are the page's; templates as tags. */
export const look = [surface, syntaxHighlighting(inks), templateTags];
