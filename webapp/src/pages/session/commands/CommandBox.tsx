import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconSend, IconTerminal2 } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useKeys } from "../../../parts/keys";
import { commandWords as words } from "../../../words/commands";
import type { Action } from "./catalogue/actions";
import css from "./Commands.module.css";
import { matching } from "./matching";

interface Props {
  actions: readonly Action[];
  placeholder: string;
  choose: (action: string) => void;
  raw: () => void;
}

const rawFrame = "\u0000raw";

/** "Send a command": type a part of its name, Enter. Any other name is an action too. */
export function CommandBox({ actions, placeholder, choose, raw }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useKeys({ c: () => box.current?.focus() });
  const { selectFirstOption, resetSelectedOption } = combobox;
  useEffect(() => {
    if (typed === "") resetSelectedOption();
    else selectFirstOption();
  }, [typed, selectFirstOption, resetSelectedOption]);
  const found = matching(actions, typed);
  const known = actions.some(({ name }) => name === typed.trim());
  const submit = (value: string) => {
    if (value === rawFrame) raw();
    else choose(value);
    setTyped("");
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={box}
          role="combobox"
          aria-label={words.box}
          placeholder={placeholder}
          leftSection={<IconSend size={15} aria-hidden="true" />}
          rightSection={<kbd className="key">C</kbd>}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={320} className={css.options} aria-label={words.list}>
          {found.map(({ name }) => (
            <Combobox.Option key={name} value={name}>
              {name}
            </Combobox.Option>
          ))}
          {typed.trim() !== "" && !known && (
            <Combobox.Option value={typed.trim()}>
              {words.anyOf} <b>{typed.trim()}</b>
            </Combobox.Option>
          )}
          <Combobox.Option value={rawFrame}>
            <span className={css.rawOption}>
              <IconTerminal2 size={14} aria-hidden="true" /> {words.raw}
            </span>
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
