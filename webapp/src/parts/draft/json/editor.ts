import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { Annotation, EditorState, type Extension, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { completions, type Offers } from "./complete";
import { look } from "./look";

interface Wishes {
  parent: HTMLElement;
  text: string;
  offers: () => Offers;
  onChange: (text: string) => void;
}

/** A change that came from outside and is no news there. */
const given = Annotation.define<true>();

export function openEditor({ parent, text, offers, onChange }: Wishes): EditorView {
  const tell = EditorView.updateListener.of(({ docChanged, state, transactions }) => {
    if (docChanged && !transactions.some((one) => one.annotation(given))) onChange(state.doc.toString());
  });
  const offer = autocompletion({ override: [(context) => completions(context, offers())], icons: false });
  return new EditorView({ parent, state: EditorState.create({ doc: text, extensions: [basics, offer, tell] }) });
}

/** Puts in another text, changing only what differs: the cursor and the undo history stay. */
export function giveText(view: EditorView, text: string): void {
  const old = view.state.doc.toString();
  if (old === text) return;
  const shorter = Math.min(old.length, text.length);
  let from = 0;
  while (from < shorter && old[from] === text[from]) from += 1;
  let end = 0;
  while (end < shorter - from && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  const insert = text.slice(from, text.length - end);
  view.dispatch({ changes: { from, to: old.length - end, insert }, annotations: given.of(true) });
}

/** Selects a place and shows it. */
export function goTo(view: EditorView, from: number, to: number): void {
  view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
  view.focus();
}

// Ctrl Enter belongs to whoever holds the draft: the editor lets it pass and writes no line for it.
const passed = Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => true }]));

// Tab leaves the editor, as it leaves every field: a keyboard trap helps nobody.
const basics: Extension = [
  passed,
  lineNumbers(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  json(),
  look,
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": "JSON", spellcheck: "false", autocorrect: "off" }),
  keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
];
