import { CloseButton, Dialog } from "@mantine/core";
import { useState } from "react";
import { ctrl, useKeys } from "../parts/keys";
import css from "./KeyList.module.css";

const keys: [string[], string][] = [
  [[`${ctrl} K`], "any command, charger, view or setting"],
  [["1", "2", "3", "4"], "Log, Charge point, Answers, Commands"],
  [["/"], "search of the large region"],
  [["↑", "↓", "PgUp", "PgDn", "Home", "End"], "walk the log; End follows"],
  [["Enter", "Esc"], "open, close the detail"],
  [["F"], "fold answers"],
  [["C"], "command box"],
  [["A"], "go to the oldest call that waits"],
  [["[", "]"], "previous, next call that waits"],
  [["P", "N"], "pin the selected frame, write a note on it"],
  [["M"], "make a rule of the selected call"],
  [["Alt ↑", "Alt ↓"], "move the rule or step"],
  [[`${ctrl} Z`], "undo a change of the rules"],
  [[`${ctrl} Enter`], "send the draft in focus"],
  [["?"], "this list"],
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
      aria-label="Keys"
    >
      <div className={css.head}>
        <h2>Keys</h2>
        <CloseButton aria-label="Close the list of keys" onClick={() => setOpened(false)} />
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
