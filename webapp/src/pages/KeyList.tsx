import { CloseButton, Dialog } from "@mantine/core";
import { useState } from "react";
import { ctrl, useKeys } from "../parts/keys";
import css from "./KeyList.module.css";
import { shellWords } from "../words/shell";

const words = shellWords.keys;

const keys: [string[], string][] = [
  [[`${ctrl} K`], words.palette],
  [["1", "2", "3", "4"], words.views],
  [["/"], words.search],
  [["↑", "↓", "PgUp", "PgDn", "Home", "End"], words.walk],
  [["Enter", "Esc"], words.detail],
  [["F"], words.fold],
  [["C"], words.commandBox],
  [["A"], words.oldestCall],
  [["[", "]"], words.otherCalls],
  [["P", "N"], words.mark],
  [["M"], words.makeRule],
  [["R"], words.again],
  [["Alt ↑", "Alt ↓"], words.moveRule],
  [[`${ctrl} Z`], words.undo],
  [[`${ctrl} Enter`], words.send],
  [["?"], words.list],
];

/** What the keys do; `?` brings and takes it. */
export function KeyList() {
  const [opened, setOpened] = useState(false);
  useKeys({
    "?": () => setOpened(!opened),
    Escape: () => (opened ? setOpened(false) : false),
  });
  return (
    <Dialog
      opened={opened}
      position={{ bottom: 16, right: 16 }}
      size={380}
      shadow="none"
      role="region"
      aria-label={words.title}
    >
      <div className={css.head}>
        <h2>{words.title}</h2>
        <CloseButton aria-label={words.close} onClick={() => setOpened(false)} />
      </div>
      <dl className={css.keys}>
        {keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name} className="key">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
