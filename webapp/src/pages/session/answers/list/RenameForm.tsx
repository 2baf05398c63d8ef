import { Button, Dialog, TextInput } from "@mantine/core";
import { useState } from "react";
import css from "./List.module.css";
import { answersWords } from "../../../../words/answers";

interface Props {
  opened: boolean;
  name: string;
  rename: (name: string) => void;
  close: () => void;
}

/** Another name for the profile. */
export function RenameForm({ opened, name, rename, close }: Props) {
  const [typed, setTyped] = useState(name);
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    if (typed.trim() === "") return;
    rename(typed.trim());
    close();
  };
  return (
    <Dialog
      opened={opened}
      position={{ bottom: 48, left: 16 }}
      size={320}
      withBorder
      role="region"
      aria-label={answersWords.profile.renaming}
    >
      <form className={css.seedForm} onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && close()}>
        <TextInput
          label={answersWords.profile.nameField}
          data-autofocus
          autoFocus
          value={typed}
          maxLength={80}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={css.ways}>
          <Button type="submit" disabled={typed.trim() === ""}>
            {answersWords.profile.rename}
          </Button>
          <Button variant="default" onClick={close}>
            {answersWords.profile.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
