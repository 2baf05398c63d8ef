import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Setting } from "../../../../live/contract";
import { settingWords } from "../../../../words/glance";
import { type Ask, setOne } from "./requests";
import css from "./Settings.module.css";

interface Props {
  setting: Setting;
  send: (ask: Ask) => void;
  done: () => void;
}

/** The value in place: Enter sets, Esc leaves it. */
export function SettingEditor({ setting, send, done }: Props) {
  const [value, setValue] = useState(setting.value ?? "");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const set = () => {
    send(setOne(setting, value));
    done();
  };
  return (
    <span
      className={css.editor}
      onKeyDown={(event) => {
        if (event.key === "Enter") set();
        if (event.key === "Escape") done();
        event.stopPropagation();
      }}
    >
      <TextInput
        ref={field}
        autoFocus
        size="xs"
        aria-label={settingWords.value(setting.name)}
        classNames={{ input: "mono" }}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button
        size="compact-sm"
        onClick={(event) => {
          event.stopPropagation();
          set();
        }}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {settingWords.set}
      </Button>
    </span>
  );
}
