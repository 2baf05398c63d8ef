import { Autocomplete, type AutocompleteProps, TextInput } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import { useState } from "react";
import { isTemplate } from "../../../schema/note";
import { type Offer, valueOf } from "../props";
import css from "./Form.module.css";
import { draftWords } from "../../../words/draft";

interface Props {
  id: string;
  /** For those who hear it, where no label stands. */
  label: string | undefined;
  value: string;
  sent: boolean;
  mono: boolean;
  /** Offered, never enforced. */
  options: readonly Offer[];
  right: string | undefined;
  onType: (text: string) => void;
}

/** A text field; with options it offers them, and takes any other text as well. */
export function TextControl({ id, label, value, sent, mono, options, right: unit, onType }: Props) {
  const right = unit ?? wordsOf(options, value);
  const words = new Map(options.flatMap((one) => (typeof one === "string" ? [] : [[one.value, one.words] as const])));
  // While it is typed, "16." is neither a number nor worth correcting.
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    setTyped(text);
    onType(text);
  };
  const tag = typed === null && isTemplate(value);
  const shared = {
    id,
    "aria-label": label,
    "aria-describedby": `${id}-hint`,
    placeholder: sent ? "" : draftWords.form.notSent,
    value: typed ?? value,
    spellCheck: false,
    autoComplete: "off",
    onFocus: () => setTyped(value),
    onBlur: () => setTyped(null),
    rightSection: right === undefined ? undefined : <span className={css.right}>{right}</span>,
    rightSectionWidth: right === undefined ? undefined : right.length * 7.5 + 18,
    rightSectionPointerEvents: "none" as const,
    classNames: { input: mono ? css.mono : undefined } as { input: string },
  };
  return (
    <div className={css.control} data-tag={tag}>
      {options.length === 0 ? (
        <TextInput {...shared} onChange={(event) => type(event.currentTarget.value)} />
      ) : (
        <Autocomplete
          {...shared}
          openOnFocus={false}
          data={[...new Set(options.map(valueOf))]}
          filter={allOrFitting(options.map(valueOf))}
          renderOption={({ option }) => (
            <span>
              {option.value}
              {words.has(option.value) && <span className={css.offer}>, {words.get(option.value)}</span>}
            </span>
          )}
          onChange={type}
          onOptionSubmit={() => setTyped(null)}
          rightSection={shared.rightSection ?? <IconSelector size={14} />}
        />
      )}
      {tag && (
        <span className={css.tag} aria-hidden="true">
          {value}
        </span>
      )}
    </div>
  );
}

/** What is known of the value that stands there. */
function wordsOf(options: readonly Offer[], value: string): string | undefined {
  const offer = options.find((one) => typeof one !== "string" && one.value === value);
  return typeof offer === "object" ? offer.words : undefined;
}

/** Whoever opens a list at one of its values wants to see the others. */
function allOrFitting(known: readonly string[]): NonNullable<AutocompleteProps["filter"]> {
  return ({ options, search }) => {
    const wanted = search.trim().toLowerCase();
    if (known.includes(search.trim())) return options;
    return options.filter((option) => "label" in option && option.label.toLowerCase().includes(wanted));
  };
}
